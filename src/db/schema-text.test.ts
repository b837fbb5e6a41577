import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { schemaText } from './schema-text.ts'

test('schema.sql is what the migrations make; else run: npm run types', async () => {
  const { db } = await testDatabase()

  expect(readFileSync(join(import.meta.dirname, '../../schema.sql'), 'utf8').replaceAll('\r\n', '\n')).toBe(await schemaText(db))
})
