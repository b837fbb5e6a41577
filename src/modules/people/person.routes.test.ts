import { read } from 'hucre'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { readLooks, readPerson } from './file.contract.ts'
import { exportList, spine, window } from './list.contract.ts'
import { correctIdentity, correctProfile, createPerson, recordIdentity, retractFact } from './person.contract.ts'

const basis = 'sơ yếu lý lịch'

test('a person is entered with a post and an identity number, and is found by each', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)

  const { personId } = await app.call(createPerson, {
    fullName: 'ĐẶNG THỊ ÂN',
    sex: 'female',
    birth: '1985-05',
    ethnicity: '02',
    cccd: '008185001234',
    unitId: north,
    from: '2019-01-01',
    as: { tie: 'post', titleCode: 'X_UBND_PCT' },
    basis,
  })

  for (const q of ['dang thi an', 'ân 1985', '0081850', '5/1985'])
    expect((await app.call(window, { q })).rows.map((row) => row.personId)).toEqual([personId])
  expect((await app.call(window, { guarded: ['ethnicity'] })).rows).toMatchObject([
    {
      name: 'Đặng Thị Ân',
      title: 'Phó Chủ tịch UBND',
      isLeader: true,
      unit: { vi: 'Xã Đồi Bắc' },
      since: '2019-01-01',
      ethnicity: '02',
      hidden: [],
    },
  ])
  expect((await app.call(window, { day: '2018-12-31' })).rows).toEqual([])
})

test('one identity number belongs to one person, and a refused entry leaves no trace', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const person = {
    fullName: 'Hà Văn Thị',
    sex: 'male' as const,
    birth: '1985-02-01',
    cccd: '008085001234',
    unitId: north,
    from: '2019-01-01',
    as: { tie: 'post' as const, titleText: 'Công chức' },
    basis,
  }
  await app.call(createPerson, person)
  const count = () =>
    sql`select (select count(*) from audit.entry) as entries, (select count(*) from people.person) as persons`.execute(app.db)
  const before = (await count()).rows

  await expect(app.call(createPerson, { ...person, fullName: 'Hà Văn Thọ' })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'identity-taken' }] },
  })
  expect((await count()).rows).toEqual(before)
})

test('someone of the same name and birth date is asked about, not merged', async () => {
  const app = await testApp()
  const { north, south } = await makeDistrict(app)
  await makeOfficials(app, [{ unitId: north, fullName: 'Nguyễn Thị Hòa', sex: 'female', birth: '1985-02-01' }])
  const twin = {
    fullName: 'Nguyễn Thị Hoà',
    sex: 'female' as const,
    birth: '1985-02-01',
    unitId: south,
    from: '2019-01-01',
    as: { tie: 'membership' as const, kind: 'party_member' as const },
    basis,
  }

  await expect(app.call(createPerson, twin)).rejects.toMatchObject({
    problem: { refusals: [{ code: 'possible-duplicate', persons: [{ name: 'Nguyễn Thị Hòa' }] }] },
  })
  await app.call(createPerson, { ...twin, override: [{ code: 'possible-duplicate', reason: 'hai người khác nhau' }] })

  expect((await app.call(spine, { group: 'all' })).total).toBe(2)
  expect((await app.call(spine, { group: 'outside' })).total).toBe(1)
})

test('a corrected curriculum vitae keeps what was known before', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north, fullName: 'Ma Văn Đức', birth: '1983' }])

  await app.setToday('2026-11-24')
  await app.call(correctProfile, { personId, fullName: 'Ma Văn Đức', sex: 'male', birth: '1983-04-30', reason: 'theo giấy khai sinh' })
  await expect(
    app.call(correctProfile, { personId, fullName: 'Ma Văn Đức', sex: 'male', birth: '1983-04-30', reason: 'như trên' }),
  ).rejects.toMatchObject({ problem: { refusals: [{ code: 'nothing-changed' }] } })

  expect((await app.call(readPerson, { personId })).birth).toBe('1983-04-30')
  expect((await app.call(readPerson, { personId, knownOn: '2026-11-23' })).birth).toBe('1983')
})

test('a new identity card ends the former; a number recorded wrongly is corrected and set free', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const [personId = '', otherId = ''] = await makeOfficials(app, [
    { unitId: north, birth: '1985' },
    { unitId: north, birth: '1985' },
  ])

  await app.call(recordIdentity, { personId, kind: 'cmnd', number: '070123456', from: '2005-01-01', basis })
  await app.call(recordIdentity, { personId, kind: 'cmnd', number: '070999999', from: '2015-06-01', basis })
  const { identities = [] } = (await app.call(readPerson, { personId, purpose: 'record' })).facts
  expect(identities.map(({ number, from, to }) => [number, from, to])).toEqual([
    ['070123456', '2005-01-01', '2015-06-01'],
    ['070999999', '2015-06-01', null],
  ])

  await app.call(correctIdentity, {
    personId,
    identityId: identities[1]?.id ?? '',
    number: '070888888',
    from: '2015-06-01',
    reason: 'gõ nhầm',
  })
  await app.call(recordIdentity, { personId: otherId, kind: 'cmnd', number: '070999999', from: '2015-06-01', basis })
  await expect(
    app.call(recordIdentity, { personId: otherId, kind: 'cccd', number: '008190001234', from: '2021-01-01', basis }),
  ).rejects.toMatchObject({
    problem: { refusals: [{ code: 'id-sex-differs' }, { code: 'id-birth-differs' }] },
  })
})

test('a fact recorded in error leaves the file and stays visible as taken back', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north }])
  const factId = (await app.call(readPerson, { personId })).facts.assignments[0]?.id ?? ''

  await app.setToday('2026-11-24')
  await app.call(retractFact, { personId, factId, table: 'people.assignment', reason: 'nhập nhầm người' })

  const file = await app.call(readPerson, { personId })
  expect(file.facts.assignments).toEqual([])
  expect(file.closed.assignments).toMatchObject([{ id: factId, origin: { closed: { why: 'retracted' } } }])
})

test('sensitive fields never reach a clerk, and a clerk cannot ask by them', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [
    { unitId: north, ethnicity: '02', religion: '00', partyJoined: '2010-03-02', phone: '0000', residence: 'thôn 1' },
  ])
  await app.call(recordIdentity, { personId, kind: 'party_card', number: '12345678', from: '2010-03-02', basis })
  const clerk = await app.as('unit_clerk', north)

  const file = await clerk(readPerson, { personId })
  for (const name of ['ethnicity', 'religion', 'partyJoined', 'phone', 'residence']) expect(file.facts.profiles[0]).not.toHaveProperty(name)
  expect(file.facts).not.toHaveProperty('identities')
  expect(file.hidden).toContain('identities')
  expect((await clerk(window, {})).rows).toMatchObject([{ hidden: ['ethnicity', 'partyJoined'] }])
  for (const asked of [{ minority: 'yes' }, { party: 'member' }, { q: '12345678' }] as const)
    expect((await clerk(spine, asked)).total).toBe(0)
  const sheets = (await read(new Uint8Array((await clerk(exportList, { columns: ['name', 'ethnicity'] })) as unknown as Buffer))).sheets
  expect(sheets[0]?.rows[0]).toEqual(['TT', 'Họ và tên'])
  expect(JSON.stringify(sheets[1]?.rows)).toContain('Cột không có trong bảng')
})

test('every look at a file is shown to whoever may ask who looked', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north }])
  const leader = await app.as('leader', north)

  await leader(readPerson, { personId })

  expect((await app.call(readLooks, { personId })).looks).toMatchObject([{ operation: 'people.persons.read' }])
  const self = await app.as('official', null, personId)
  expect((await self(readLooks, { personId })).looks).toHaveLength(1)
  await expect(leader(readLooks, { personId })).rejects.toMatchObject({ status: 403 })
})

test('an export holds exactly what the list shows, names its conditions, and is logged', async () => {
  const app = await testApp()
  const { north, south } = await makeDistrict(app)
  await makeOfficials(app, [
    { unitId: north, fullName: 'Lê Văn Ánh' },
    { unitId: north, fullName: 'Nguyễn Văn An' },
    { unitId: south, fullName: 'Trần Thị Bình' },
  ])

  const file = await app.call(exportList, { unitId: north, columns: ['name', 'unit'] })

  const sheets = (await read(new Uint8Array(file as unknown as Buffer))).sheets
  expect(sheets.map(({ name }) => name)).toEqual(['Danh sách', 'Điều kiện lọc'])
  expect(sheets[0]?.rows.slice(0, -2)).toEqual([
    ['TT', 'Họ và tên', 'Đơn vị'],
    [1, 'Nguyễn Văn An', 'Xã Đồi Bắc'],
    [2, 'Lê Văn Ánh', 'Xã Đồi Bắc'],
  ])
  expect(sheets[0]?.rows.at(-1)?.[0]).toMatch(/^Dấu nhật ký ngày 23\/11\/2026: \d+ · [\da-f]{16} · account1, lập lúc /)
  expect(sheets[1]?.rows).toContainEqual(['Đơn vị', 'Xã Đồi Bắc'])
  const { rows } = await sql<{ operation: string }>`select operation from audit.entry order by seq desc limit 1`.execute(app.db)
  expect(rows).toEqual([{ operation: 'people.persons.export' }])
})

test('sensitive columns leave the house only with a purpose and a paper, which the log keeps', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  await makeOfficials(app, [{ unitId: north, ethnicity: '02' }])
  const asked = { unitId: north, columns: ['name', 'ethnicity'] as ('name' | 'ethnicity')[] }

  await expect(app.call(exportList, asked)).rejects.toMatchObject({
    problem: { refusals: [{ code: 'purpose-missing' }, { code: 'paper-missing' }] },
  })
  await app.call(exportList, { ...asked, purpose: 'report', paper: '12-CV/HU' })

  const { rows } = await sql<{ reason: string; input: unknown }>`
    select reason, input from audit.entry where operation = ${exportList.id}`.execute(app.db)
  expect(rows).toMatchObject([{ reason: 'Báo cáo, thống kê theo yêu cầu cấp có thẩm quyền · 12-CV/HU', input: { paper: '12-CV/HU' } }])
})

test('sensitive columns come only when asked for, and a list that tells them is logged with how many people it showed', async () => {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  await makeOfficials(app, [
    { unitId: north, ethnicity: '02' },
    { unitId: north, ethnicity: '01' },
  ])
  const shown = async () => {
    const { rows } = await sql<{ shown: unknown }>`
      select input -> 'shown' as shown from audit.entry where operation = ${window.id} order by seq`.execute(app.db)
    return rows.map((row) => row.shown)
  }

  expect((await app.call(window, { unitId: north })).rows[0]).not.toHaveProperty('ethnicity')
  await (
    await app.as('unit_clerk', north)
  )(window, { unitId: north, guarded: ['ethnicity'] })
  expect(await shown()).toEqual([])

  const { rows } = await app.call(window, { unitId: north, guarded: ['ethnicity'] })
  expect(rows.map(({ ethnicity }) => ethnicity).toSorted()).toEqual(['01', '02'])
  expect(rows[0]).not.toHaveProperty('partyJoined')
  // Whoever asks for the members of a minority is told by the list alone.
  await app.call(window, { unitId: north, minority: 'yes' })
  expect(await shown()).toEqual([
    { people: 2, columns: ['ethnicity'] },
    { people: 1, columns: ['ethnicity'] },
  ])
})
