import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildHouse } from '#app'
import { verifyBackup } from '#db/backup/read.ts'
import { writeBackup } from '#db/backup/write.ts'
import { connect, type Db } from '#db/connect.ts'
import { assureMigrated, knownMigrations, migrate } from '#db/migrate.ts'
import { schemaText } from '#db/schema-text.ts'
import { verifyChain } from '#modules/audit/chain.sql.ts'
import { window } from '#modules/people/list.contract.ts'
import { readReview } from '#modules/statistics/review.contract.ts'
import { write } from '#server/write.ts'
import type { TestApp } from '#tests/app.ts'
import { newDatabase } from '#tests/database.ts'
import { makeOfficials } from '#tests/persons.ts'
import { ask, districtToSave, fileNamed, restore, save } from './backup.fixture.ts'

const period = { from: '2015-01-01', to: '2020-12-31' }
const everybody = { group: 'all', status: 'all', from: 0, count: 100 }
const passphrase = 'bốn từ ngẫu nhiên ghép lại'

let saved: TestApp
let file: string
beforeAll(async () => {
  saved = await districtToSave()
  file = (await save(saved, 'district.tar.zst')).file
})

test('a restored backup gives the same figures, people, structure and log', async () => {
  const target = await newDatabase({ empty: true })

  const { seal, witness, later } = await restore(target, file)

  expect(later).toEqual([])
  expect(witness).toEqual(seal.witness)
  expect(witness['figures']).not.toBeNull()
  expect(await ask(target.db, readReview, period)).toEqual(await ask(saved.db, readReview, period))
  expect(await ask(target.db, window, everybody)).toEqual(await ask(saved.db, window, everybody))
  expect(await schemaText(target.db)).toBe(await schemaText(saved.db))
  const chain = await verifyChain(target.db)
  expect(chain).toEqual(await verifyChain(saved.db))
  expect(chain.broken).toBeNull()
  expect(await scan(target.db)).toEqual(await scan(saved.db))
})

test('after a restore the next unit gets the next number, and the log goes on from its last entry', async () => {
  const target = await newDatabase({ empty: true })
  await restore(target, file)

  const { rows } = await sql<{ last: number }>`select max(number) as last from organisation.unit`.execute(target.db)
  const unit = await target.db.insertInto('organisation.unit').defaultValues().returning('number').executeTakeFirstOrThrow()
  expect(unit.number).toBe((rows[0]?.last ?? 0) + 1)
  await write(buildHouse({ db: target.db }), { operation: 'tests.make' }, async () => undefined)
  const { broken, entries } = await verifyChain(target.db)
  expect({ broken, entries }).toEqual({ broken: null, entries: (await verifyChain(saved.db)).entries + 1 })
})

test('a backup taken while officers write holds what the log had sealed by then, and nothing else', async () => {
  const busy = await districtToSave()
  let isWriting = true
  const writing = (async () => {
    for (let person = 0; isWriting; person++)
      await makeOfficials(busy, [{ unitId: await anyUnit(busy.db), fullName: `Lò Văn ${'Ánh'.repeat((person % 5) + 1)}` }])
  })()
  const { file: taken, seal } = await save(busy, 'busy.tar.zst')
  isWriting = false
  await writing

  const target = await newDatabase({ empty: true })
  await restore(target, taken)
  const { broken, entries, head } = await verifyChain(target.db)
  expect({ broken, last: `${entries}:${head}` }).toEqual({ broken: null, last: seal.witness['auditHead'] })
  const people = await sql<{ made: number; known: number }>`
    select (select count(*)::int from people.person) as made, (select count(distinct person_id)::int from people.profile) as known`.execute(
    target.db,
  )
  expect(people.rows[0]?.made).toBe(people.rows[0]?.known)
  expect((await verifyChain(busy.db)).entries).toBeGreaterThan(entries)
})

test('an encrypted backup opens with its passphrase only, or with the key it was made for', async () => {
  const { file: byPassphrase, seal } = await save(saved, 'passphrase.age', { passphrase })
  const identity = await generateX25519Identity()
  const toKey = (await save(saved, 'key.age', { recipients: [await identityToRecipient(identity)] })).file

  expect(readFileSync(byPassphrase).includes('people.person')).toBe(false)
  expect((await verifyBackup(byPassphrase, { passphrase })).seal).toEqual(seal)
  await expect(verifyBackup(byPassphrase, { passphrase: 'một mật khẩu khác' })).rejects.toThrow(/passphrase of the backup is wrong/)
  expect((await verifyBackup(toKey, { identities: [identity] })).seal.tables.length).toBeGreaterThan(20)
  await expect(verifyBackup(toKey, { identities: [await generateX25519Identity()] })).rejects.toThrow(/does not open/)
})

test('a backup with one byte changed, or cut off anywhere, is refused and nothing is restored of it', async () => {
  const target = await newDatabase({ empty: true })
  const { size } = statSync(file)
  const encrypted = (await save(saved, 'whole.age', { passphrase })).file

  for (const [name, damage] of Object.entries({
    'changed early': (copy: string) => change(copy, 200),
    'changed in the middle': (copy: string) => change(copy, Math.floor(size / 2)),
    'changed at the end': (copy: string) => change(copy, size - 3),
    'cut in half': (copy: string) => truncateSync(copy, Math.floor(size / 2)),
    'cut at the end': (copy: string) => truncateSync(copy, size - 1),
  })) {
    const copy = fileNamed(`${name}.tar.zst`)
    copyFileSync(file, copy)
    damage(copy)
    await expect(restore(target, copy), name).rejects.toThrow(/damaged or cut off/)
  }
  change(encrypted, statSync(encrypted).size - 30)
  await expect(restore(target, encrypted, { passphrase })).rejects.toThrow(/damaged or cut off/)
  expect(await tablesIn(target.db)).toEqual([])
})

test('what is no backup, and a backup of a newer version, are refused in words', async () => {
  const target = await newDatabase({ empty: true })
  const letter = fileNamed('letter.txt')
  writeFileSync(letter, 'Kính gửi Ban Tổ chức')
  await expect(restore(target, letter)).rejects.toThrow(/is no backup of Kế Cận/)

  const ahead = await districtToSave()
  await sql`insert into public.migration (name, sha256) values ('99991231000000_later.sql', 'x')`.execute(ahead.db)
  const { file: newer } = await save(ahead, 'newer.tar.zst')
  await expect(restore(target, newer)).rejects.toThrow(/made by a newer version .*99991231000000_later\.sql/)
  expect(await tablesIn(target.db)).toEqual([])
})

test('a backup of an earlier version is restored, and its structure brought up to date', async () => {
  const earlier = await newDatabase({ empty: true })
  const [last = '', ...others] = knownMigrations()
    .map(({ name }) => name)
    .toReversed()
  await migrate(earlier.db, { only: others })
  await earlier.db.insertInto('organisation.unit').defaultValues().execute()
  const { file: old } = await writeBackup({
    url: earlier.url,
    file: fileNamed('earlier.tar.zst'),
    product: '0.0.0',
    witness: async () => ({}),
  })

  const target = await newDatabase({ empty: true })
  expect((await restore(target, old)).later).toEqual([last])
  expect(await schemaText(target.db)).toBe(await schemaText(saved.db))
  expect(await target.db.selectFrom('organisation.unit').select('number').execute()).toHaveLength(1)
})

test('a backup is restored neither over data nor under a running server', async () => {
  const full = await districtToSave()
  const alone = connect(full.url, { max: 1 })
  await full.app.close()
  await expect(restore({ db: alone, url: full.url }, file)).rejects.toThrow(/The database is in use|holds data/)
  await alone.destroy()

  const used = await newDatabase()
  const other = connect(used.url, { max: 1 })
  await sql`select 1`.execute(other)
  await expect(restore(used, file)).rejects.toThrow(/The database is in use \(kecan\)/)
  await other.destroy()

  const holding = await newDatabase()
  await sql`insert into organisation.unit default values`.execute(holding.db)
  await expect(restore(holding, file)).rejects.toThrow(/holds data \(organisation\.unit\)/)
})

test('a restore that was cut off is known as such: the program does not start on it, and the restore can be made again', async () => {
  const target = await newDatabase()
  await sql`create table public.restore_unfinished (file text not null, begun_at timestamptz not null default now())`.execute(target.db)

  await expect(assureMigrated(target.db)).rejects.toThrow(/restore of this database is not complete/)
  await expect(migrate(target.db)).rejects.toThrow(/restore of this database is not complete/)
  await restore(target, file)
  await assureMigrated(target.db)
})

test('a backup replaces no file unasked, is readable by its owner only, and leaves nothing when it fails', async () => {
  await expect(save(saved, 'district.tar.zst')).rejects.toThrow(/exists\. Add --force/)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  await expect(save({ url: saved.url.replace(/[^/]*$/, 'no_such_database') }, 'never.tar.zst')).rejects.toThrow(/no_such_database/)
  await expect(save(saved, 'unlockable.age', { recipients: ['age1nobody'] })).rejects.toThrow(/no public key of age/)
  const left = readdirSync(dirname(file)).filter(
    (name) => name.includes('.part') || name.startsWith('never') || name.startsWith('unlockable'),
  )
  expect(left).toEqual([])
  expect(existsSync(file)).toBe(true)
})

async function anyUnit(db: Db): Promise<string> {
  return (await db.selectFrom('organisation.unit').select('id').limit(1).executeTakeFirstOrThrow()).id
}

async function scan(db: Db): Promise<unknown> {
  return db.selectFrom('decisions.file').selectAll().execute()
}

async function tablesIn(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^(pg_|information_schema)'`.execute(db)
  return rows.map(({ name }) => name)
}

function change(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0x40
  writeFileSync(path, bytes)
}
