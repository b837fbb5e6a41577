import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Db } from '#db/connect.ts'
import { newDatabase } from '#tests/database.ts'
import { findSealed, placeBefore, verifyChain, verifyStretch } from './chain.sql.ts'
import { findingText } from './finding.ts'
import { presentSeal, sealsOfDays } from './seal.sql.ts'

let db: Db

const tables = ['entry', 'head', 'day_seal']

// Six entries of three days, and whoever rules the database may do what they like to them.
beforeAll(async () => {
  ;({ db } = await newDatabase())
  for (const [index, day] of ['23', '23', '24', '24', '24', '25'].entries()) await append(`2026-11-${day}T03:00:00Z`, `Người ${index + 1}`)
  for (const table of tables) {
    await sql.raw(`alter table audit.${table} disable trigger all`).execute(db)
    await sql.raw(`create table public.kept_${table} as select * from audit.${table}`).execute(db)
  }
})

beforeEach(async () => {
  for (const table of tables) {
    await sql.raw(`truncate audit.${table}`).execute(db)
    await sql.raw(`insert into audit.${table} select * from public.kept_${table}`).execute(db)
  }
})

async function append(at: string, actor: string): Promise<void> {
  await sql`select audit.append(uuidv7(), ${at}::timestamptz, null, ${actor}, 'tests.act', null, null, null, '{"a": 1}', '[]')`.execute(db)
}

async function found(): Promise<string[]> {
  return (await verifyChain(db)).findings.map(({ kind, seq }) => `${kind} ${seq}`)
}

test('an untouched log is whole, whatever the length of the stretches it is read in', async () => {
  expect(await verifyChain(db)).toMatchObject({ entries: 6, broken: null, findings: [], next: null })
  expect(await verifyChain(db, undefined, 1)).toMatchObject({ next: null })
  const first = await verifyStretch(db, { seq: 0, hash: '00' }, 4)
  expect(await verifyStretch(db, first.last, 4)).toMatchObject({ entries: 2, findings: [], isEnd: true })
})

test.each([
  ['id', sql`uuidv7()`],
  ['at', sql`at + interval '1 microsecond'`],
  ['account_id', sql`uuidv7()`],
  ['actor', sql`'Ai đó'`],
  ['operation', sql`'tests.other'`],
  ['subject_id', sql`uuidv7()`],
  ['person_id', sql`uuidv7()`],
  ['reason', sql`''`],
  ['input', sql`'{"a": 2}'`],
  ['changes', sql`'[{}]'`],
  ['previous', sql`'\\x01'`],
  ['hash', sql`'\\x01'`],
])('a changed %s is found, with its entry', async (column, value) => {
  await sql`update audit.entry set ${sql.ref(column)} = ${value} where seq = 3`.execute(db)

  expect(await verifyChain(db)).toMatchObject({ broken: 3 })
})

test('words moved from one field to the next are found although the sealed text is the same', async () => {
  await sql`update audit.entry set actor = actor || chr(31) || 'tests', operation = 'act' where seq = 3`.execute(db)
  await sql`update audit.entry set hash = audit.seal(previous, entry) where seq = 3`.execute(db)

  expect(await found()).toContain('altered 3')
})

test('a removed first entry is found', async () => {
  await sql`delete from audit.entry where seq = 1`.execute(db)
  expect(await found()).toEqual(['missing 1', 'count 6'])
})

test('removed entries in the middle are found, and how many', async () => {
  await sql`delete from audit.entry where seq in (3, 4)`.execute(db)

  const { findings } = await verifyChain(db)

  expect(findings[0]).toEqual({ kind: 'missing', seq: 3, until: 4, day: '2026-11-24' })
  expect(findings[0] && findingText(findings[0])).toEqual({
    vi: 'Thiếu dòng 3–4; dòng còn lại ngay sau đó (ngày 24/11/2026).',
    en: 'Missing: 3–4; the next entry left is of (24/11/2026).',
  })
})

test('a cut tail is found, and stays found when the log goes on', async () => {
  await sql`delete from audit.entry where seq >= 5`.execute(db)
  expect(await found()).toContain('cut 5')

  await append('2026-11-26T03:00:00Z', 'Người sau')

  expect(await found()).toEqual(expect.arrayContaining(['missing 5', 'count 7']))
})

test('an emptied log is found', async () => {
  await sql`truncate audit.entry`.execute(db)
  expect(await found()).toContain('cut 1')
})

test('two entries that changed places are found', async () => {
  await sql`update audit.entry set seq = case seq when 2 then -4 else -2 end where seq in (2, 4)`.execute(db)
  await sql`update audit.entry set seq = -seq where seq < 0`.execute(db)

  expect(await found()).toEqual(expect.arrayContaining(['altered 2', 'altered 4']))
})

test('an entry changed and sealed again is found by the next one', async () => {
  await sql`update audit.entry set actor = 'Ai đó' where seq = 3`.execute(db)
  await sql`update audit.entry e set hash = audit.seal(e.previous, e) where seq = 3`.execute(db)

  expect(await found()).toContain('unlinked 4')
})

test('the last entry changed and sealed again is found by the head', async () => {
  await sql`update audit.entry set actor = 'Ai đó' where seq = 6`.execute(db)
  await sql`update audit.entry e set hash = audit.seal(e.previous, e) where seq = 6`.execute(db)

  expect(await found()).toEqual(['head 6'])
})

test('a forged entry at the end, sealed as the others are, is found', async () => {
  await sql`
    insert into audit.entry (seq, id, at, actor, operation, previous, hash)
    select 7, uuidv7(), now(), 'Ai đó', 'tests.act', hash, '\\x00' from audit.entry where seq = 6`.execute(db)
  await sql`update audit.entry e set hash = audit.seal(e.previous, e) where seq = 7`.execute(db)

  expect(await found()).toEqual(['beyond 7'])
})

test('a forged entry put between two others is found', async () => {
  await sql`update audit.entry set seq = -seq - 1 where seq >= 4`.execute(db)
  await sql`update audit.entry set seq = -seq where seq < 0`.execute(db)
  await sql`
    insert into audit.entry (seq, id, at, actor, operation, previous, hash)
    select 4, uuidv7(), at, 'Ai đó', 'tests.act', hash, '\\x00' from audit.entry where seq = 3`.execute(db)
  await sql`update audit.entry e set hash = audit.seal(e.previous, e) where seq = 4`.execute(db)

  expect(await found()).toEqual(expect.arrayContaining(['unlinked 5', 'altered 5', 'altered 7', 'beyond 7']))
})

test('a chain sealed anew from an entry to the end is found by the seals of the days', async () => {
  await sql`update audit.entry set actor = 'Ai đó' where seq = 2`.execute(db)
  for (const seq of [2, 3, 4, 5, 6]) {
    await sql`update audit.entry e set previous = coalesce((select hash from audit.entry where seq = e.seq - 1), e.previous) where seq = ${seq}`.execute(
      db,
    )
    await sql`update audit.entry e set hash = audit.seal(e.previous, e) where seq = ${seq}`.execute(db)
  }
  await sql`update audit.head set hash = (select hash from audit.entry where seq = 6)`.execute(db)

  expect(await found()).toEqual(['day-seal 2', 'day-seal 5'])
})

test('a lost head is said, and nothing more is written without it', async () => {
  await sql`delete from audit.head`.execute(db)

  expect(await found()).toEqual(['no-head 6'])
  await expect(append('2026-11-25T03:00:00Z', 'Người sau')).rejects.toThrow('head of the audit log is missing')
})

test('a seal printed on a report is found again, until the log is written anew', async () => {
  const seal = await presentSeal(db)
  const printed = { seq: 6, hash: seal?.hash.slice(0, 16) ?? '' }
  expect(await findSealed(db, printed)).toMatchObject({ seq: 6, day: '2026-11-25' })
  expect(await findSealed(db, { ...printed, seq: null })).toMatchObject({ seq: 6 })
  expect(await findSealed(db, { ...printed, seq: 5 })).toBeUndefined()

  await sql`update audit.entry set hash = sha256(hash) where seq = 6`.execute(db)

  expect(await findSealed(db, printed)).toBeUndefined()
})

test('each day keeps the seal with which it ended, and what is sealed late belongs to the day that goes on', async () => {
  await append('2026-11-23T03:00:00Z', 'Bản nhập qua đêm')

  const { seals } = await sealsOfDays(db, undefined)

  expect(seals.map(({ day, seq }) => [day, seq])).toEqual([
    ['2026-11-25', 7],
    ['2026-11-24', 5],
    ['2026-11-23', 2],
  ])
  expect(await placeBefore(db, '2026-11-24')).toMatchObject({ seq: 2 })
  expect(await verifyChain(db, await placeBefore(db, '2026-11-24'))).toMatchObject({ entries: 5, broken: null })
})

test('many who write at once make one chain without a gap', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => append('2026-11-25T04:00:00Z', `Người ${index}`)))

  expect(await verifyChain(db)).toMatchObject({ entries: 46, broken: null })
})
