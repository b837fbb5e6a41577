import { beforeAll, expect, test } from 'vitest'
import { closeFacts } from '#db/facts.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { listForms, readForm } from './form.contract.ts'
import { makeTrainedProvince, type TrainedProvince } from './form.fixture.ts'
import { compareSubmission, listSubmissionPeople, listSubmissions, readSubmission, submitForm } from './submission.contract.ts'

const asked = { form: 'bieu-10', unit: 'Tỉnh Thử', year: 2018 }

let app: TestApp
let made: TrainedProvince
let first: string
let second: string
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeTrainedProvince(app)
  first = (await app.call(submitForm, { ...asked, note: 'Nộp lần đầu' })).submissionId
  // After submission a degree course turns out to have been a college course, and one more person was sent.
  await app.write(async (tx) => {
    const rows = await tx
      .selectFrom('training.sending')
      .select(['id', 'person_id'])
      .where('kind', '=', 'DT_DH')
      .where('person_id', '=', made.person.hoa)
      .execute()
    await closeFacts(
      tx,
      'training.sending',
      rows.map(({ id }) => id),
      'corrected',
    )
    await recordSendings(tx, [
      { personId: made.person.hoa, kind: 'DT_CD', sentOn: '2018-12-31', unitId: made.unit.commune },
      { personId: made.person.chi, kind: 'LLCT_CC', sentOn: '2018-10-01', unitId: made.unit.office, mode: 'TT' },
    ])
  })
})

test('what was submitted stays as it was, its numbers and its people, though the facts are corrected', async () => {
  const now = await app.call(readForm, asked)
  const { form, submitted } = await app.call(readSubmission, { submissionId: first })
  const cell = (of: typeof form, key: string) => of.rows.find((row) => row.key === key)?.cells[0]?.people
  expect([cell(form, 'I.1.DH'), cell(now, 'I.1.DH'), cell(form, 'I.2.CC'), cell(now, 'I.2.CC')]).toEqual([1, 0, 1, 2])
  expect(submitted).toMatchObject({
    note: 'Nộp lần đầu',
    from: '2018-01-01',
    to: '2018-12-31',
    unit: { vi: 'Tỉnh Thử' },
    submittedBy: 'account1',
  })

  const { rows } = await app.call(listSubmissionPeople, { submissionId: first, row: 'I.1.DH', column: '8' })
  expect(rows.map(({ person, kind, title }) => [person?.name, kind, title])).toEqual([['Quan Thị Hoa', 'DT_DH', null]])
  const classes = await app.call(listSubmissionPeople, { submissionId: first, row: 'II.7', column: '11' })
  expect(classes.rows.map(({ class: of, times }) => [of?.title, times])).toEqual([['Cập nhật kiến thức', 60]])
})

test('compared with what is known now, each cell that changed says who came in and who went out', async () => {
  const { cells } = await app.call(compareSubmission, { submissionId: first })
  const at = (row: string, column: string) => cells.find((one) => one.row === row && one.column === column)
  expect(at('I.1.DH', '3')).toMatchObject({ before: { people: 1 }, after: { people: 0 }, came: [], went: [{ name: 'Quan Thị Hoa' }] })
  expect(at('I.2.CC', '6')).toMatchObject({ before: { people: 1 }, after: { people: 2 }, came: [{ name: 'Quan Thị Chi' }], went: [] })
  expect(at('rest:DT_CD', '8')).toMatchObject({ before: { people: 1, times: 1 }, after: { people: 1, times: 2 }, came: [], went: [] })
  expect(at('II', '3')).toBeUndefined()
})

test('a form submitted again stands beside the first, and the two can be held against each other', async () => {
  second = (await app.call(submitForm, asked)).submissionId
  const { submissions } = await app.call(listSubmissions, { form: 'bieu-10', unitId: made.unit.province })
  expect(submissions.map(({ submissionId }) => submissionId)).toEqual([second, first])
  expect((await app.call(listForms, {})).forms[0]?.last?.submissionId).toBe(second)
  const between = await app.call(compareSubmission, { submissionId: first, with: second })
  expect(between.cells).toEqual((await app.call(compareSubmission, { submissionId: first })).cells)
  expect((await app.call(compareSubmission, { submissionId: second })).cells).toEqual([])
})

test('only officers submit; another province finds nothing; whoever sees only figures gets no names', async () => {
  const leader = await app.as('leader', made.unit.province)
  await expect(leader(submitForm, asked)).rejects.toMatchObject({ status: 403 })
  const stranger = await app.as('organisation_officer', made.unit.other)
  await expect(stranger(readSubmission, { submissionId: first })).rejects.toMatchObject({ status: 404 })
  expect((await stranger(listSubmissions, {})).submissions).toEqual([])
  const reader = await app.as('figures_reader', made.unit.province)
  expect((await reader(readSubmission, { submissionId: first })).form).toMatchObject({ isProtected: true, rest: [] })
  await expect(reader(compareSubmission, { submissionId: first })).rejects.toMatchObject({ status: 404 })
  await expect(reader(listSubmissionPeople, { submissionId: first })).rejects.toMatchObject({ status: 404 })
})

test('a submission is one entry of the log; a refused one leaves none and keeps nothing', async () => {
  const entries = () =>
    app.db.selectFrom('audit.entry').select(['subject_id', 'changes']).where('operation', '=', 'statistics.submissions.submit').execute()
  const before = await entries()
  expect(before[0]?.subject_id).toBe(made.unit.province)
  await expect(app.call(submitForm, { ...asked, from: '2018-12-31', to: '2018-01-01' })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'period-reversed' }] },
  })
  expect(await entries()).toHaveLength(before.length)
})
