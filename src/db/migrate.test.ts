import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { newDatabase } from '#tests/database.ts'
import { assureMigrated, migrate } from './migrate.ts'

const pupil = 'create table pupil (id int primary key); insert into pupil values (1);'

test('files are applied in the order of their names, each once', async () => {
  const { db } = await newDatabase({ empty: true })
  const folder = folderWith({ '2_more.sql': 'insert into pupil values (2);', '1_pupil.sql': pupil, 'notes.txt': 'not SQL' })

  expect(await migrate(db, { folder })).toEqual(['1_pupil.sql', '2_more.sql'])
  expect(await migrate(db, { folder })).toEqual([])
  expect(await pupils(db)).toEqual([1, 2])
})

test('a file that fails leaves nothing of itself, and what came before stays', async () => {
  const { db } = await newDatabase({ empty: true })
  const folder = folderWith({ '1_pupil.sql': pupil, '2_wrong.sql': 'insert into pupil values (2); insert into teacher values (1);' })

  await expect(migrate(db, { folder })).rejects.toThrow(/2_wrong\.sql.*teacher/)

  expect(await pupils(db)).toEqual([1])
  writeFileSync(join(folder, '2_wrong.sql'), 'insert into pupil values (3);')
  expect(await migrate(db, { folder })).toEqual(['2_wrong.sql'])
})

test('a file that was changed after it was applied is refused', async () => {
  const { db } = await newDatabase({ empty: true })
  const folder = folderWith({ '1_pupil.sql': pupil })
  await migrate(db, { folder })

  writeFileSync(join(folder, '1_pupil.sql'), `${pupil} -- changed`)
  await expect(migrate(db, { folder })).rejects.toThrow(/1_pupil\.sql was changed after it was applied/)
})

test('line ends of Windows do not make it another file', async () => {
  const { db } = await newDatabase({ empty: true })
  const folder = folderWith({ '1_pupil.sql': `${pupil}\n` })
  await migrate(db, { folder })

  writeFileSync(join(folder, '1_pupil.sql'), `${pupil}\r\n`)
  expect(await migrate(db, { folder })).toEqual([])
})

test('a database that is newer than the program is refused', async () => {
  const { db } = await newDatabase({ empty: true })
  await migrate(db, { folder: folderWith({ '1_pupil.sql': pupil, '2_more.sql': 'insert into pupil values (2);' }) })

  await expect(migrate(db, { folder: folderWith({ '1_pupil.sql': pupil }) })).rejects.toThrow(/2_more\.sql/)
})

test('an empty database gets its structure by itself, an old one only when asked to', async () => {
  const { db } = await newDatabase({ empty: true })
  const folder = folderWith({ '1_pupil.sql': pupil })

  await assureMigrated(db, folder)
  expect(await pupils(db)).toEqual([1])

  writeFileSync(join(folder, '2_more.sql'), 'insert into pupil values (2);')
  await expect(assureMigrated(db, folder)).rejects.toThrow(/Run: kecan migrate/)
  expect(await pupils(db)).toEqual([1])
})

test('of many that migrate at once one does the work and the others wait for it', async () => {
  const { db } = await newDatabase({ empty: true })
  const folder = folderWith({ '1_pupil.sql': `select pg_sleep(0.2); ${pupil}` })

  const applied = await Promise.all([migrate(db, { folder }), migrate(db, { folder }), migrate(db, { folder })])

  expect(applied.flat()).toEqual(['1_pupil.sql'])
  expect(await pupils(db)).toEqual([1])
})

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecan-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

async function pupils(db: Awaited<ReturnType<typeof newDatabase>>['db']): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from pupil order by id`.execute(db)
  return rows.map(({ id }) => id)
}
