import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect } from './connect.ts'
import { joinEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { schemaText } from './schema-text.ts'

// Run by `npm run types` after a migration was added: writes what a freshly migrated database looks like,
// for the compiler (types.ts) and for the reader (schema.sql).

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'kecan-types-'))
const server = await joinEmbedded(folder, { durable: false })
try {
  const db = connect(server.url)
  await migrate(db)
  writeFileSync(join(root, 'schema.sql'), await schemaText(db))
  await db.destroy()
  writeTypes(server.url)
} finally {
  await server.leave()
  rmSync(folder, { recursive: true, force: true })
}

function writeTypes(url: string): void {
  const manifest = createRequire(import.meta.url).resolve('kysely-codegen/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> }
  const program = join(dirname(manifest), bin['kysely-codegen'] ?? '')
  // As parse.ts reads them: days and ranges are text, a bigint is a number.
  const mapping = JSON.stringify({ int8: 'number', daterange: 'string', tstzrange: 'string' })
  const flags = ['--dialect', 'postgres', '--date-parser', 'string', '--type-mapping', mapping, '--exclude-pattern', '*migration']
  execFileSync(process.execPath, [program, '--url', url, '--out-file', join(root, 'src', 'db', 'types.ts'), ...flags], { stdio: 'inherit' })
}
