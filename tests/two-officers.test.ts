import { beforeAll, expect, test } from 'vitest'
import { verifyLog } from '#modules/audit/audit.contract.ts'
import { createDecision, readDecision, withdrawDecision } from '#modules/decisions/decision.contract.ts'
import { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { readPerson } from '#modules/people/file.contract.ts'
import { correctAssignment, correctProfile, recordAssignment, recordIdentity } from '#modules/people/person.contract.ts'
import { CallFailed, testApp, type TestApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'

let app: TestApp
let units: Awaited<ReturnType<typeof makeDistrict>>
let persons: string[]

beforeAll(async () => {
  app = await testApp()
  units = await makeDistrict(app)
  persons = await makeOfficials(app, [{ unitId: units.north }, { unitId: units.north }, { unitId: units.south }, { unitId: units.south }])
})

/** What became of acts done at the same moment: 'done', or the code of the refusal. */
async function atOnce(acts: (() => Promise<unknown>)[]): Promise<string[]> {
  const codes = acts.map((act) =>
    act().then(
      () => 'done',
      (thrown: unknown) => (thrown instanceof CallFailed ? (thrown.problem.refusals?.[0]?.code ?? thrown.problem.code) : 'broken'),
    ),
  )
  return (await Promise.all(codes)).toSorted()
}

const twice = (act: (which: number) => Promise<unknown>) => atOnce([() => act(1), () => act(2)])
const file = (personId: string) => app.call(readPerson, { personId })

test('of two corrections of one post one holds, the other officer is told', async () => {
  const [personId = ''] = persons
  const [post] = (await file(personId)).facts.assignments
  const correction = { personId, assignmentId: post?.id ?? '', unitId: units.north, from: '2015-01-01', reason: 'Ghi sai chức danh' }
  expect(await twice((which) => app.call(correctAssignment, { ...correction, titleText: `Chuyên viên ${which}` }))).toEqual([
    'done',
    'fact-changed',
  ])
})

test('a curriculum vitae that another has corrected meanwhile is not written over', async () => {
  const [personId = ''] = persons
  const seenId = (await file(personId)).facts.profiles[0]?.id ?? ''
  const correction = { personId, seenId, fullName: 'Nguyễn Văn A', sex: 'male' as const, birth: '1983-05-02', reason: 'Ghi sai' }
  expect(await twice((which) => app.call(correctProfile, { ...correction, phone: `091200000${which}` }))).toEqual(['done', 'profile-once'])
})

test('one main post is given once', async () => {
  const [, personId = ''] = persons
  const post = { personId, unitId: units.south, titleText: 'Phó Chủ tịch', from: '2026-10-01', endFormer: true, basis: 'Nghị quyết' }
  expect(await twice(() => app.call(recordAssignment, post))).toEqual(['done', 'main-post-held'])
})

test('one number is given to one person', async () => {
  const identity = { kind: 'official' as const, number: 'CC-1', from: '2026-01-01', basis: 'Thẻ gốc' }
  expect(await atOnce([2, 3].map((at) => () => app.call(recordIdentity, { ...identity, personId: persons[at] ?? '' })))).toEqual([
    'done',
    'identity-taken',
  ])
})

test('a paper is withdrawn once, and no fact is left that cites it', async () => {
  const { id: decisionId } = await app.call(createDecision, {
    code: '5-QĐ/HU',
    kind: 'appointment',
    issuedOn: '2026-01-05',
    issuer: 'Huyện ủy',
    subject: 'Thử',
  })
  const withdraw = () => app.call(withdrawDecision, { decisionId, on: '2026-11-20', why: 'Sai thẩm quyền' })
  const appoint = (personId: string) => () =>
    app.call(recordAssignment, { personId, kind: 'concurrent', unitId: units.south, titleText: 'Ủy viên', from: '2026-02-01', decisionId })
  const outcomes = await atOnce([withdraw, withdraw, ...persons.map(appoint)])
  expect(outcomes.filter((one) => one === 'already-withdrawn')).toHaveLength(1)
  expect(outcomes).not.toContain('broken')
  expect(outcomes).not.toContain('fault')
  expect((await app.call(readDecision, { decisionId })).factCount).toBe(0)
})

test('of two reorganisations of one unit one is done', async () => {
  const rename = (which: number) =>
    app.call(applyReorganisation, {
      on: '2026-12-01',
      titleVi: 'Đổi tên',
      titleEn: 'Renaming',
      acts: [{ kind: 'rename', from: [units.west], nameVi: `Xã Đồi ${which}`, nameEn: `Doi ${which} commune`, unitKind: 'commune' }],
    })
  expect(await twice(rename)).toEqual(['done', 'unit-changes-later'])
})

test('after all of it the log is whole', async () => {
  expect((await (await app.as('inspector'))(verifyLog, {})).broken).toBeNull()
})
