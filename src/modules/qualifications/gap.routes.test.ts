import { beforeAll, expect, test } from 'vitest'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDecision, makeDistrict, makeOfficials } from '#tests/persons.ts'
import { beginAcceptedFields } from './accepted-field.sql.ts'
import { listGapPeople, readGap, readPersonGap, type Gap } from './gap.contract.ts'
import { missingStandards } from './gap.sql.ts'
import { gapStates } from './gap.ts'
import { recordQualifications, type NewQualification } from './qualification.sql.ts'
import { rankOf } from './qualification.ts'
import { beginStandards } from './standard.sql.ts'

const on = '2026-11-23'
let app: TestApp
let call: Call
let units: Awaited<ReturnType<typeof makeDistrict>>
let people: { chair: string; clerk: string; head: string; other: string; unnamed: string }
let paper: string

function held(personId: string, one: Partial<NewQualification>): NewQualification {
  const { kind = 'degree', level = 'DH' } = one
  return { personId, kind, level, rank: rankOf(kind, level), state: 'finished', from: '2010-01-01', ...one }
}

/**
 * North: a chair, who also heads an office, and a clerk. South: a head of office and one whose title is not of the list. West: a clerk of
 * everything. The chair holds university law, intermediate theory, advanced being studied, and defence group 2 until this day.
 */
beforeAll(async () => {
  app = await testApp()
  call = app.call
  units = await makeDistrict(app)
  await app.write(beginAcceptedFields)
  await app.write(beginStandards)
  const from = '2025-07-01'
  const [chair = '', clerk = '', head = '', other = '', unnamed = ''] = await makeOfficials(app, [
    { unitId: units.north, titleCode: 'P_UBND_CT', titleText: 'Chủ tịch UBND', from },
    { unitId: units.north, titleCode: 'P_CV', from },
    { unitId: units.south, titleCode: 'P_PHONG_TP', from },
    { unitId: units.west, titleCode: 'P_CV', from },
    { unitId: units.south, titleText: 'Việc khác', from },
  ])
  people = { chair, clerk, head, other, unnamed }
  paper = await makeDecision(app, '99-QĐ/TU', '2015-06-30')
  await app.write((tx) =>
    recordAssignments(tx, [
      { personId: chair, kind: 'concurrent', unitId: units.north, titleText: 'Trưởng phòng', titleCode: 'P_PHONG_TP', from },
      // Lent elsewhere: measured by the own post only.
      { personId: clerk, kind: 'seconded', unitId: units.south, titleText: 'Trưởng phòng', titleCode: 'P_PHONG_TP', from },
    ]),
  )
  const [classId = '', running = ''] = await app.write((tx) =>
    addClasses(
      tx,
      [
        ['2026-03-02', '2026-03-07'],
        ['2026-11-02', '2026-12-05'],
      ].map(([openedOn = '', closedOn = '']) => ({
        kind: 'BD_CN' as const,
        title: 'Lớp cập nhật',
        openerUnitId: units.district,
        periods: 40,
        openedOn,
        closedOn,
      })),
    ),
  )
  await app.write((tx) =>
    recordEnrolments(tx, [
      { personId: chair, classId, openedOn: '2026-03-02', closedOn: '2026-03-07', state: 'completed', stateOn: '2026-03-06' },
      { personId: clerk, classId: running, openedOn: '2026-11-02', closedOn: '2026-12-05' },
      { personId: head, classId, openedOn: '2026-03-02', closedOn: '2026-03-07', state: 'failed', stateOn: '2026-03-06' },
    ]),
  )
  await app.write((tx) =>
    recordQualifications(tx, [
      held(chair, { fieldCode: 'LUAT', fieldText: 'Luật' }),
      held(chair, { kind: 'theory', level: 'CC', state: 'studying', from: '2026-01-01' }),
      held(chair, { kind: 'theory', level: 'TC', decisionId: paper, from: '2015-06-30', certificate: 'TC 0012' }),
      held(chair, { kind: 'defence', level: '2', expiresOn: on }),
      held(clerk, { fieldCode: 'Y_DUOC' }),
      held(head, { level: 'CD', fieldCode: 'KE_TOAN' }),
      held(other, { level: 'THS', fieldCode: 'LUAT' }),
      held(other, { kind: 'state_management', level: 'CVC' }),
      held(other, { kind: 'defence', level: '4' }),
    ]),
  )
})

const table = ({ rows }: Gap) =>
  Object.fromEntries(
    rows.map(({ key, people: count, cells }) => [
      key,
      [count, ...cells.map((cell) => `${cell.requirement} ${cell.required}=${cell.met}+${cell.studying}+${cell.missing}`)],
    ]),
  )

test('the whole table by post: each title with what it asks', async () => {
  const gap = await call(readGap, { unit: units.district })
  expect(table(gap)).toEqual({
    P_UBND_CT: [1, 'degree 1=1+0+0', 'theory 1=0+1+0', 'defence 1=0+0+1', 'hours 1=1+0+0'],
    P_PHONG_TP: [2, 'degree 2=1+0+1', 'field 2=2+0+0', 'theory 2=1+0+1', 'state_management 2=0+0+2', 'defence 2=0+0+2', 'hours 2=1+0+1'],
    P_CV: [2, 'degree 2=2+0+0', 'field 2=1+0+1', 'state_management 2=1+0+1', 'defence 2=1+0+1', 'hours 2=0+1+1'],
  })
  expect(gap.people).toEqual({ required: 4, met: 0, studying: 0, missing: 4 })
  expect(gap.unmeasured).toBe(1)
  // Of the chair's two posts the worse counts: advanced theory, still being studied.
  expect(gap.columns.find(({ requirement }) => requirement === 'theory')).toEqual({
    requirement: 'theory',
    required: 2,
    met: 0,
    studying: 1,
    missing: 1,
  })
  expect(gap.rows.find(({ key }) => key === 'P_UBND_CT')?.cells[0]?.standard).toMatchObject({
    level: 'DH',
    document: 'Luật 80/2025/QH15',
    verified: false,
  })
})

test('the same by unit', async () => {
  expect(table(await call(readGap, { unit: 'Huyện Sông Trong', by: 'unit' }))).toEqual({
    [units.north]: [2, 'degree 2=2+0+0', 'field 2=1+0+1', 'theory 1=0+1+0', 'state_management 2=0+0+2', 'defence 2=0+0+2', 'hours 2=1+1+0'],
    [units.south]: [2, 'degree 1=0+0+1', 'field 1=1+0+0', 'theory 1=0+0+1', 'state_management 1=0+0+1', 'defence 1=0+0+1', 'hours 1=0+0+1'],
    [units.west]: [1, 'degree 1=1+0+0', 'field 1=1+0+0', 'state_management 1=1+0+0', 'defence 1=1+0+0', 'hours 1=0+0+1'],
  })
})

test('on another day other standards ask, and a certificate still holds', async () => {
  expect(table(await call(readGap, { unit: units.north, on: '2026-11-22' }))['P_UBND_CT']).toContain('defence 1=1+0+0')
  // Advanced theory is asked from 30 August 2025 on.
  expect(table(await call(readGap, { unit: units.north, on: '2025-08-29' }))['P_UBND_CT']).toEqual([
    1,
    'degree 1=1+0+0',
    'defence 1=1+0+0',
    'hours 1=0+0+1',
  ])
  expect((await call(readGap, { unit: units.north, on: '2020-01-01' })).rows).toEqual([])
})

test('every cell opens so many people as it counts, and required is met, studying and missing together', async () => {
  for (const by of ['post', 'unit'] as const) {
    const gap = await call(readGap, { unit: units.district, by })
    for (const row of gap.rows) {
      for (const { requirement, required, met, studying, missing } of row.cells) {
        expect(required).toBe(met + studying + missing)
        const counted = { met, studying, missing }
        for (const state of gapStates) {
          const { total, people: listed } = await call(listGapPeople, { unit: units.district, by, row: row.key, requirement, state })
          expect([row.key, requirement, state, listed.length, total]).toEqual([row.key, requirement, state, counted[state], counted[state]])
        }
      }
    }
    expect((await call(listGapPeople, { unit: units.district, by, state: 'missing' })).total).toBe(gap.people.missing)
  }
})

test('a list goes on after its last name, and tells what is held with its paper', async () => {
  const first = await call(listGapPeople, { unit: units.district, requirement: 'theory', limit: 1 })
  const second = await call(listGapPeople, { unit: units.district, requirement: 'theory', limit: 1, after: first.next ?? '' })
  expect([first.people[0]?.personId, second.people[0]?.personId, second.next]).toEqual([people.chair, people.head, null])
  expect(first.people[0]?.state).toBe('studying')
  const standards = first.people[0]?.posts.map(({ titleCode, standards }) => [
    titleCode,
    standards.find(({ requirement }) => requirement === 'theory'),
  ])
  expect(standards).toMatchObject([
    [
      'P_UBND_CT',
      { state: 'studying', found: 2, level: 'CC', fact: { state: 'studying', text: { vi: 'Lý luận chính trị: cao cấp (đang học)' } } },
    ],
    [
      'P_PHONG_TP',
      {
        state: 'met',
        found: 2,
        level: 'TC',
        fact: { certificate: 'TC 0012', from: '2015-06-30', decision: { id: paper, code: '99-QĐ/TU' } },
      },
    ],
  ])
})

test("a person's standards say what is asked by which rule, and which fact meets it", async () => {
  const { posts } = await call(readPersonGap, { personId: people.clerk })
  expect(
    posts.map(({ titleCode, standards }) => [
      titleCode,
      standards.map(({ requirement, state, found }) => `${requirement} ${state} ${found}`),
    ]),
  ).toEqual([['P_CV', ['defence missing 0', 'degree met 4', 'field missing 0', 'hours studying 0', 'state_management missing 0']]])
  const hours = posts[0]?.standards.find(({ requirement }) => requirement === 'hours')
  expect(hours).toMatchObject({
    periods: 40,
    document: 'NĐ 171/2025/NĐ-CP',
    verified: true,
    classes: [{ title: 'Lớp cập nhật', periods: 40, isDone: false }],
  })
  expect(posts[0]?.standards.find(({ requirement }) => requirement === 'field')?.fact?.text.vi).toBe('Đại học')
})

test('as known on an earlier day nothing of what was recorded since is counted', async () => {
  const before = await call(readGap, { unit: units.district })
  await app.setToday('2026-11-25')
  await app.write((tx) => recordQualifications(tx, [held(people.head, { kind: 'theory', level: 'TC' })]), new Date('2026-11-24T03:00:00Z'))
  const theory = (gap: Gap) => gap.columns.find(({ requirement }) => requirement === 'theory')
  expect(theory(await call(readGap, { unit: units.district, on }))).toMatchObject({ met: 1, missing: 0 })
  expect(theory(await call(readGap, { unit: units.district, on, knownOn: '2026-11-24' }))).toMatchObject({ met: 1 })
  const then = await call(readGap, { unit: units.district, on, knownOn: '2026-11-23' })
  expect(then).toEqual({ ...before, knownOn: '2026-11-23' })
  expect(
    (await call(listGapPeople, { unit: units.district, on, knownOn: '2026-11-23', requirement: 'theory', state: 'missing' })).total,
  ).toBe(1)
  await app.setToday(on)
})

test('whoever has one commune sees its people only, the official the own standards, and the figures reader none', async () => {
  const clerk = await app.as('unit_clerk', units.north)
  expect((await clerk(readGap, {})).people.required).toBe(2)
  await expect(clerk(readGap, { unit: units.south })).rejects.toMatchObject({ status: 404 })
  await expect(clerk(listGapPeople, { unit: units.district })).rejects.toMatchObject({ status: 404 })
  const official = await app.as('official', null, people.chair)
  expect(await official(readGap, {})).toMatchObject({ unit: null, people: { required: 1, missing: 1 } })
  expect((await official(listGapPeople, {})).people.map(({ personId }) => personId)).toEqual([people.chair])
  await expect(official(readPersonGap, { personId: people.clerk })).rejects.toMatchObject({ status: 404 })
  const reader = await app.as('figures_reader')
  await expect(reader(readGap, {})).rejects.toMatchObject({ status: 403 })
})

test('what the planners read is what the table counts', async () => {
  const lacks = await missingStandards(app.db, { on, unitIds: [units.north, units.south, units.west] })
  const gap = await call(readGap, { unit: units.district, on })
  for (const { key, cells } of gap.rows) {
    for (const { requirement, studying, missing } of cells) {
      const states = lacks.filter((one) => one.titleCode === key && one.requirement === requirement).map(({ state }) => state)
      expect([key, requirement, states.filter((state) => state === 'studying').length, states.length]).toEqual([
        key,
        requirement,
        studying,
        studying + missing,
      ])
    }
  }
  expect(
    lacks.find(
      ({ personId, titleCode, requirement }) => personId === people.chair && titleCode === 'P_UBND_CT' && requirement === 'theory',
    ),
  ).toMatchObject({
    titleText: 'Chủ tịch UBND',
    level: 'CC',
    rank: 3,
    found: 2,
    weight: 8,
    document: 'QĐ 365-QĐ/TW',
    verified: false,
    state: 'studying',
  })
  expect((await missingStandards(app.db, { on, unitIds: null, personIds: [people.other] })).map(({ requirement }) => requirement)).toEqual([
    'hours',
  ])
})
