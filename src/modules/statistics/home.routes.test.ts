import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { retirementOf } from '#law/retirement.ts'
import { fromIso } from '#lib/partial-date.ts'
import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { recordSecondments } from '#modules/movements/secondment.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { spine } from '#modules/people/list.contract.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { retirementDay } from './attention.sql.ts'
import { listAttention, readHome } from './home.contract.ts'

let app: TestApp
let units: { stays: string; other: string }
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  units = await app.write(async (tx) => {
    await syncTitles(tx)
    const [stays = '', other = ''] = await addUnits(tx, [
      { nameVi: 'Xã Ở Lại', nameEn: 'O Lai Commune', kind: 'commune', from: '1990-01-01' },
      { nameVi: 'Xã Khác', nameEn: 'Khac Commune', kind: 'commune', from: '1990-01-01' },
    ])
    const [an = '', anh = '', binh = '', dung = '', lan = ''] = await addPeople(tx, [
      { fullName: 'Nguyễn Văn An', sex: 'male', birth: '1965-03-10', ethnicity: '01', partyJoined: '1990-01-01' }, // retires at 61 years and 6 months, in 9/2026
      { fullName: 'Bàn Thị Ánh', sex: 'female', birth: '1970-02-14', ethnicity: '09' }, // retires at 57 years and 4 months, in 6/2027
      { fullName: 'Ma Đức Bình', sex: 'male', birth: '1990', ethnicity: '02' }, // a year only: the day is missing
      { fullName: 'Hoàng Thị Dung', sex: 'female', birth: '1995-05-05' },
      { fullName: 'Đặng Thị Lan', sex: 'female', birth: '1995-05-05' }, // has left
    ])
    const post = (personId: string, unitId: string, to?: string) => ({
      personId,
      kind: 'main' as const,
      unitId,
      titleCode: 'X_VPTK',
      titleText: 'Văn phòng - Thống kê',
      officialKind: 'CCX',
      from: '2015-01-01',
      ...(to ? { to } : {}),
    })
    await recordAssignments(tx, [post(an, stays), post(anh, stays), post(binh, stays), post(dung, other), post(lan, stays, '2020-01-01')])
    await recordQualifications(tx, [
      { personId: an, kind: 'degree', level: 'DH', rank: 4, state: 'finished', from: '2000-01-01' },
      { personId: anh, kind: 'degree', level: 'CD', rank: 3, state: 'finished', from: '2000-01-01' },
      { personId: anh, kind: 'theory', level: 'TC', rank: 2, state: 'studying', from: '2026-01-01' },
      { personId: binh, kind: 'theory', level: 'CC', rank: 3, state: 'finished', from: '2018-01-01' },
    ])
    await recordSecondments(tx, [
      { personId: an, fromUnitId: stays, hostUnitId: other, from: '2024-01-01', plannedEnd: '2026-12-31' },
      { personId: binh, fromUnitId: stays, hostUnitId: other, from: '2023-01-01', plannedEnd: '2025-12-31' },
    ])
    await addDecisions(tx, [{ code: '9-QĐ/HU', kind: 'sending', issuedOn: '2026-01-04', issuer: 'Huyện ủy', subject: 'Cử đi học' }])
    return { stays, other }
  }, new Date('2026-11-01T00:00:00Z'))
})

test('home counts whom the list of officials shows, on the day', async () => {
  const home = await app.call(readHome, {})
  const { total } = await app.call(spine, {})
  expect(home.total).toBe(total)
  expect(home).toMatchObject({ total: 4, women: 2, minority: 2, party: 1, studying: 1, kinds: [{ kind: 'CCX', count: 4 }] })
  expect(home.degrees).toEqual([
    { level: 'THS', count: 0 },
    { level: 'DH', count: 1 },
    { level: 'CD', count: 2 },
    { level: 'TC', count: 2 },
  ])
  expect(home.missing).toEqual([
    { part: 'birth', count: 1 },
    { part: 'degree', count: 2 },
    { part: 'identity', count: 4 },
  ])

  expect(await app.call(readHome, { on: '2019-12-31' })).toMatchObject({ total: 5, retirement: { men: 60, women: 55 } })
  expect(home.retirement).toEqual({ men: 61.5, women: 57 })
})

test('each number is as long as the list that its link opens', async () => {
  for (const on of ['2026-11-23', '2019-12-31']) {
    const home = await app.call(readHome, { on })
    const listed = async (filters: object) => (await app.call(spine, { day: on, ...filters })).total
    for (const { kind, count } of home.kinds) expect([kind, await listed({ officialKind: [kind] })]).toEqual([kind, count])
    for (const { level, count } of home.degrees) expect([level, await listed({ degree: level })]).toEqual([level, count])
    for (const { level, count } of home.theory) expect([level, await listed({ theory: level })]).toEqual([level, count])
    for (const { part, count } of home.missing) expect([part, await listed({ missing: [part] })]).toEqual([part, count])
    for (const { from, to, men } of home.bands)
      expect([from, await listed({ sex: 'male', ageFrom: from, ...(to === null ? {} : { ageTo: to }) })]).toEqual([from, men])
    expect(await listed({ studying: 'yes' })).toBe(home.studying)
    expect(await listed({ sex: 'female' })).toBe(home.women)
    expect(await listed({ minority: 'yes' })).toBe(home.minority)
    expect(await listed({ party: 'member' })).toBe(home.party)
  }
})

test('each stands in one band of ages', async () => {
  const { bands, outsideBands, total } = await app.call(readHome, {})
  expect(bands.filter(({ men, women }) => men + women > 0)).toEqual([
    { from: 31, to: 35, men: 0, women: 1 },
    { from: 36, to: 40, men: 1, women: 0 },
    { from: 56, to: 60, men: 0, women: 1 },
    { from: 61, to: null, men: 1, women: 0 },
  ])
  expect(bands.reduce((sum, { men, women }) => sum + men + women, outsideBands)).toBe(total)
})

test('what needs attention is counted and listed alike', async () => {
  const { attention } = await app.call(readHome, {})
  expect(attention).toEqual([
    { what: 'secondment-ending', count: 1 },
    { what: 'secondment-past', count: 1 },
    { what: 'retired-by-age', count: 1 },
    { what: 'retiring-12', count: 1 },
    { what: 'retiring-24', count: 1 },
  ])
  for (const { what, count } of attention) expect((await app.call(listAttention, { what })).people).toHaveLength(count)
  expect((await app.call(listAttention, { what: 'retiring-12' })).people[0]).toMatchObject({
    name: 'Bàn Thị Ánh',
    unit: { vi: 'Xã Ở Lại' },
    on: '2027-06-30',
  })
})

test('a clerk sees who serves in the own commune, also by secondment, but neither ethnicity nor Party', async () => {
  const clerk = await app.as('unit_clerk', units.other)
  expect(await clerk(readHome, {})).toMatchObject({ total: 3, importsWaiting: null })
  await expect(clerk(readHome, { unitId: units.stays })).rejects.toMatchObject({ status: 404 })
})

test('the day of retirement is that of the law, whatever the birth month', async () => {
  const births = [
    '1955-01-15',
    '1960-12-31',
    '1961-01-01',
    '1962-06-30',
    '1964-10-01',
    '1966-04-01',
    '1969-05-05',
    '1971-05-31',
    '1975-04-30',
    '1975-05-01',
    '1990-02-28',
  ]
  for (const sex of ['male', 'female'] as const) {
    const { rows } = await sql<{ birth: string; on_day: string }>`
      select p.birth_low::text as birth, due.on_day
      from (select b as birth_low, ${sex}::text as sex from unnest(${births}::date[]) b) p cross join lateral (${retirementDay()}) due`.execute(
      app.db,
    )
    expect(rows).toEqual(births.map((birth) => ({ birth, on_day: retirementOf(fromIso(birth) ?? { y: 0 }, sex).lastDay })))
  }
})
