import { beforeAll, describe, expect, test } from 'vitest'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { listFormPeople, readForm, type FormAnswer } from './form.contract.ts'
import { makeTrainedProvince, type TrainedProvince } from './form.fixture.ts'

const asked = { form: 'bieu-10', unit: 'Tỉnh Thử', year: 2018 }

let app: TestApp
let made: TrainedProvince
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeTrainedProvince(app)
})

describe('Biểu 10 of 2018', () => {
  test('is filled as one would by hand, column by column from 3 to 11', async () => {
    const form = await app.call(readForm, asked)
    expect(form.columns.map(({ key }) => key).join(' ')).toBe('3 4 5 6 7 8 9 10 11')
    expect(table(form, 'people')).toEqual(
      [
        'I       5 1 0 2 1 2 0 0 0',
        'I.1     2 1 0 0 0 1 0 0 0',
        'I.1.DH  1 0 0 0 0 1 0 0 0',
        'I.1.DH.joint 1 0 0 0 0 1 0 0 0',
        'I.1.THS 1 1 0 0 0 0 0 0 0',
        'I.1.THS.abroad 1 1 0 0 0 0 0 0 0',
        'I.2     3 0 0 2 1 1 0 0 0',
        'I.2.TC  2 0 0 1 0 1 0 0 0',
        'I.2.TC.KTT 1 0 0 1 0 0 0 0 0',
        'I.2.CC  1 0 0 1 1 0 0 0 0',
        'I.2.CC.TT 1 0 0 1 1 0 0 0 0',
        'II      5 1 0 1 1 3 3 1 2',
        'II.1    1 1 0 0 0 0 1 1 0',
        'II.2    2 0 0 0 0 2 1 0 1',
        'II.3    1 0 0 0 0 1 0 0 0',
        'II.3.home 1 0 0 0 0 1 0 0 0',
        'II.6    1 0 0 1 1 0 0 0 0',
        'II.7    0 0 0 0 0 0 1 0 1',
      ].map((line) => line.replace(/ +/g, ' ')),
    )
  })

  test('in person-times, who is trained twice counts twice, each time where they served', async () => {
    const form = await app.call(readForm, asked)
    expect(table(form, 'times').filter((line) => line.startsWith('II.6'))).toEqual(['II.6 2 0 0 1 1 1 0 0 0'])
  })

  test('nothing is lost: what the form has no line for is named with its number', async () => {
    const form = await app.call(readForm, asked)
    expect(form.rest.map(({ key, cells }) => `${key} ${cells.map(({ people }) => people).join(' ')}`)).toEqual([
      'I.2.TC.unsaid 1 0 0 0 0 1 0 0 0',
      'rest:DT_CD 1 0 0 0 0 1 0 0 0',
      'rest:BD_CD 1 0 0 0 0 1 0 0 0',
    ])
    expect(form.beside.map(({ key, cell }) => `${key} ${cell.people}`)).toEqual(['outside 1', 'commune-opened 1'])
    expect(form.byHeadCount).toEqual({ classes: 1, learners: 60 })
    expect(form.whole).toEqual({ times: 14, people: 7 })
  })

  test('the sums hold but where a course does not say how it is attended, and that cell is named', async () => {
    const { checks } = await app.call(readForm, asked)
    expect(checks.people.flatMap(({ wrong }) => wrong)).toEqual([
      { row: 'I.2.TC', column: '3', stands: 2, should: 1 },
      { row: 'I.2.TC', column: '8', stands: 1, should: 0 },
    ])
    expect(checks.people.filter(({ check }) => check === 'sum').map(({ of, parts }) => `${of} = ${parts.join(' + ')}`)).toEqual([
      '3 = 4 + 6 + 8',
      '9 = 10 + 11',
    ])
    expect(checks.times.find(({ check }) => check === 'whole')).toMatchObject({ wrong: [] })
  })

  test('of those who completed in the year, only they', async () => {
    const form = await app.call(readForm, { ...asked, basis: 'completed' })
    expect(table(form, 'people').filter((line) => !/^I{1,2} /.test(line))).toEqual([
      'I.2 1 0 0 1 1 0 0 0 0',
      'I.2.CC 1 0 0 1 1 0 0 0 0',
      'I.2.CC.TT 1 0 0 1 1 0 0 0 0',
      'II.1 0 0 0 0 0 0 1 1 0',
      'II.2 1 0 0 0 0 1 1 0 1',
      'II.7 0 0 0 0 0 0 1 0 1',
    ])
  })

  test('every number is the length of its list', async () => {
    const form = await app.call(readForm, asked)
    const some = [...form.rows, ...form.rest].filter(({ key }) => ['I', 'I.2.TC', 'II.2', 'II.6', 'II', 'rest:DT_CD'].includes(key))
    for (const { key: row, cells } of some) {
      for (const [at, cell] of cells.entries()) {
        const column = form.columns[at]?.key ?? ''
        const count = row === 'II' ? 'times' : 'people'
        if (cell[count] === 0) continue
        const { rows, cell: own } = await app.call(listFormPeople, { ...asked, row, column, count })
        expect([row, column, rows.length, own[count]]).toEqual([row, column, cell[count], cell[count]])
      }
    }
    const { rows } = await app.call(listFormPeople, { ...asked, row: 'II.6', column: '3' })
    expect(rows.map(({ person, times, unit }) => [person?.name, times, unit?.vi])).toEqual([['Đặng Văn Giang', 2, 'Phòng Nội vụ']])
    const classes = await app.call(listFormPeople, { ...asked, row: 'any', column: 'commune-opened' })
    expect(classes.rows.map(({ class: of }) => of?.title)).toEqual(['Chuyên đề của xã'])
  })
})

test("the State's form places each by the post, and asks for no rank that nobody records", async () => {
  const form = await app.call(readForm, { ...asked, form: 'ket-qua-dtbd' })
  expect(form.isVerified).toBe(false)
  const total = form.columns.findIndex(({ key }) => key === 'total')
  expect(Object.fromEntries(form.rows.map(({ key, cells }) => [key, cells[total]?.people]))).toEqual({
    leaders: 2,
    'leaders-p': 0,
    'leaders-d': 2,
    'leaders-c': 0,
    cvcc: null,
    cvc: null,
    cv: null,
    cs: null,
    cbx: 2,
    ccx: 4,
    hdnd: 0,
    vc: 0,
    all: 8,
  })
  expect(form.rest.map(({ key, cells }) => [key, cells[total]?.people])).toEqual([
    ['other', 3],
    ['outside', 1],
  ])
  expect(form.checks.times.find(({ check }) => check === 'whole')?.wrong).toEqual([])
})

describe('who may see what', () => {
  test('an officer of the district is told of the district only, and finds no other unit', async () => {
    const officer = await app.as('organisation_officer', made.unit.district)
    expect(table(await officer(readForm, { ...asked, unit: made.unit.district }), 'people')[0]).toBe('I 4 0 0 2 1 2 0 0 0')
    await expect(officer(readForm, asked)).rejects.toMatchObject({ status: 404 })
    await expect(officer(listFormPeople, { ...asked, unit: made.unit.other })).rejects.toMatchObject({ status: 404 })
  })

  test('whoever sees only figures is given no small number, nothing that tells one, and no list', async () => {
    const reader = await app.as('figures_reader', made.unit.province)
    const form = await reader(readForm, asked)
    expect(form.isProtected).toBe(true)
    expect(form.rest).toEqual([])
    for (const { cells } of form.rows) {
      for (const [at, { people }] of cells.entries()) {
        if (form.columns[at]?.counts === 'people') expect(people === null || people === 0 || people >= 5).toBe(true)
      }
    }
    await expect(reader(listFormPeople, asked)).rejects.toMatchObject({ status: 404 })
  })

  test('how many are of an ethnic minority is told to those who may see it of each', async () => {
    const clerk = await app.as('unit_clerk', made.unit.province)
    const form = await clerk(readForm, { ...asked, form: 'ket-qua-dtbd' })
    const at = form.columns.findIndex(({ key }) => key === 'minority')
    expect(form.rows.every(({ cells }) => cells[at]?.people === null)).toBe(true)
    await expect(clerk(listFormPeople, { ...asked, form: 'ket-qua-dtbd', row: 'all', column: 'minority' })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('what is refused', () => {
  test('a form that is none, and a cell that is none, are not found', async () => {
    await expect(app.call(readForm, { ...asked, form: 'bieu-11' })).rejects.toMatchObject({ status: 404 })
    await expect(app.call(listFormPeople, { ...asked, row: 'III' })).rejects.toMatchObject({ status: 404 })
    await expect(app.call(listFormPeople, { ...asked, form: 'ket-qua-dtbd', row: 'cvc', column: 'total' })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('a district after its last day; asked for without a year, it answers of its last', async () => {
    await expect(app.call(readForm, { ...asked, unit: 'Huyện Thử', year: 2026 })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'unit-not-on-day' }] },
    })
    const { days } = await app.call(readForm, { form: 'bieu-10', unit: made.unit.district })
    expect(days).toMatchObject({ from: '2025-01-01', to: '2025-12-31', on: '2025-06-30' })
  })
})

test('of three hundred times at random, form and remainder together are all, and each sum holds', async () => {
  const random = seeded(20261129)
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]
  const { unit } = made
  await app.write(async (tx) => {
    const ids = await addPeople(
      tx,
      Array.from({ length: 60 }, (_, at) => ({
        fullName: `Lý Văn ${String.fromCharCode(65 + (at % 26))}`,
        ethnicity: pick(['01', '02']) ?? '01',
      })),
    )
    const posts = ids.filter(() => random() < 0.8)
    await recordAssignments(
      tx,
      posts.map((personId) => ({
        personId,
        kind: 'main' as const,
        unitId: pick(Object.values(unit)) ?? '',
        titleCode: pick([null, 'X_UBND_CT', 'H_BAN_TB', 'X_VPTK']) ?? null,
        titleText: 'Chức vụ',
        from: '2010-01-01',
      })),
    )
    const kinds = Object.keys(trainingKinds)
    const day = () => `2016-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-11`
    await recordSendings(
      tx,
      Array.from({ length: 200 }, () => ({
        personId: pick(ids) ?? '',
        kind: pick(kinds) ?? '',
        unitId: pick(Object.values(unit)) ?? '',
        sentOn: day(),
        mode: pick([null, 'TT', 'KTT', 'VLVH']) ?? null,
        status: pick(['sent', 'sent', 'cancelled'] as const) ?? 'sent',
      })),
    )
    const classes = await addClasses(
      tx,
      Array.from({ length: 20 }, (_, at) => ({
        kind: pick(kinds) ?? '',
        title: `Lớp ${at}`,
        openerUnitId: pick(Object.values(unit)) ?? '',
        openedOn: day(),
      })),
    )
    await recordEnrolments(
      tx,
      classes.flatMap((classId) =>
        ids
          .filter(() => random() < 0.1)
          .map((personId) => ({ personId, classId, unitId: pick([null, ...Object.values(unit)]) ?? null, openedOn: '2016-05-05' })),
      ),
    )
  })
  for (const form of ['bieu-10', 'ket-qua-dtbd']) {
    const answer = await app.call(readForm, { ...asked, form, year: 2016 })
    expect(answer.whole.times).toBeGreaterThan(100)
    for (const check of [...answer.checks.times, ...answer.checks.people].filter((one) => one.check !== 'rows'))
      expect(check).toMatchObject({ wrong: [] })
    const wrong = answer.checks.people.filter(({ check }) => check === 'rows').flatMap((check) => check.wrong.map(({ row }) => row))
    expect(['I.2.TC', 'I.2.CC', 'I.2.CN']).toEqual(expect.arrayContaining([...new Set(wrong)]))
  }
})

/** The rows that have anything, each with its numbers from column 3 on. */
function table(form: FormAnswer, count: 'people' | 'times'): string[] {
  return form.rows
    .filter(({ cells }) => cells.some((cell) => cell[count] !== 0))
    .map(({ key, cells }) => `${key} ${cells.map((cell) => cell[count]).join(' ')}`)
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
