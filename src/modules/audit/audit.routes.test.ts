import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDecision } from '#modules/decisions/decision.contract.ts'
import { createPerson } from '#modules/people/person.contract.ts'
import { testApp } from '#tests/app.ts'
import { makeDistrict } from '#tests/persons.ts'
import { listEntries, readEntry, verifyLog } from './audit.contract.ts'

const paper = { code: '1-QĐ/HU', kind: 'other' as const, issuedOn: '2020-01-01', issuer: 'Huyện ủy', subject: 'Thử' }

test('a write is one entry that says who, through which operation and what', async () => {
  const app = await testApp()
  await app.call(createDecision, paper)
  const inspector = await app.as('inspector')

  const { entries } = await inspector(listEntries, { operation: 'decisions.' })

  expect(entries).toMatchObject([{ operation: 'decisions.decisions.create', changed: 1 }])
  const entry = await inspector(readEntry, { seq: entries[0]?.seq ?? 0 })
  expect(entry.changes).toMatchObject([{ table: 'decisions.decision', done: 'recorded', count: 1 }])
})

test('the log takes no change, and one made behind its back is found', async () => {
  const app = await testApp()
  await app.call(createDecision, paper)
  await app.call(createDecision, { ...paper, code: '2-QĐ/HU' })
  const inspector = await app.as('inspector')
  expect((await inspector(verifyLog, {})).broken).toBeNull()

  await expect(sql`update audit.entry set actor = 'x' where seq = 2`.execute(app.db)).rejects.toThrow('append-only')
  await sql`alter table audit.entry disable trigger append_only`.execute(app.db)
  await sql`update audit.entry set actor = 'x' where seq = 2`.execute(app.db)

  expect((await inspector(verifyLog, {})).broken).toBe(2)
})

test('a removed entry is found, too', async () => {
  const app = await testApp()
  await app.call(createDecision, paper)
  await app.call(createDecision, { ...paper, code: '2-QĐ/HU' })
  await sql`alter table audit.entry disable trigger append_only`.execute(app.db)
  await sql`delete from audit.entry where seq = 2`.execute(app.db)

  expect(await (await app.as('inspector'))(verifyLog, {})).toMatchObject({
    broken: 2,
    findings: [{ kind: 'missing', seq: 2, until: 2 }, { kind: 'count' }],
  })
})

test('whoever may not read the log is refused', async () => {
  const app = await testApp()
  await expect((await app.as('unit_clerk'))(listEntries, {})).rejects.toMatchObject({ status: 403 })
})

test('an administrator who may not see ethnicity or Party dates does not read them in the log either', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const { personId } = await app.call(createPerson, {
    fullName: 'Nông Văn An',
    sex: 'male',
    birth: '1980-05-02',
    ethnicity: '02',
    partyJoined: '2004-03-03',
    phone: '0912000333',
    cccd: '008080000123',
    unitId: north,
    from: '2020-01-01',
    as: { tie: 'post', titleText: 'Công chức' },
    basis: 'Hồ sơ gốc',
    override: [{ code: 'id-province', reason: 'Đã đối chiếu bản gốc' }],
  })
  const of = async (role: string) => {
    const call = await app.as(role)
    const { entries } = await call(listEntries, { operation: 'people.persons.create' })
    return JSON.stringify(await call(readEntry, { seq: entries[0]?.seq ?? 0 }))
  }
  for (const value of ['2004-03-03', '0912000333', '008080000123']) {
    expect(await of('inspector')).toContain(value)
    expect(await of('administrator')).not.toContain(value)
  }
  expect(await of('administrator')).toContain(personId)
})
