import { beforeAll, expect, test } from 'vitest'
import type { TrainingKindCode } from '#law/training-kinds.ts'
import { withdrawDecision } from '#modules/decisions/decision.contract.ts'
import { readReview } from '#modules/statistics/review.contract.ts'
import { decideBoard, nominate } from '#modules/training/board-acts.contract.ts'
import { createClass } from '#modules/training/class.contract.ts'
import { testApp, type TestApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'

/** How many were sent to each kind of course in the term, as the account of the district's work has it. */
const sent = { LLCT_CC: 24, DT_NC: 14, DT_DH: 122, DT_CD: 94, LLCT_TC: 283, QLNN_CV: 128, QLNN_CVC: 23, BD_BCV: 6 } as const
const total = Object.values(sent).reduce((sum, count) => sum + count, 0)

let app: TestApp
let district = ''
const decisions = new Map<string, string>()

beforeAll(async () => {
  app = await testApp({ today: '2019-05-20' })
  const units = await makeDistrict(app)
  district = units.district
  const people = await makeOfficials(
    app,
    Array.from({ length: total }, (_, index) => ({ unitId: [units.north, units.south, units.west][index % 3] ?? '', from: '2012-01-01' })),
  )
  for (const [kind, count] of Object.entries(sent)) decisions.set(kind, await send(kind as TrainingKindCode, people.splice(0, count)))
}, 120_000)

/** A class, its board, its decision. */
async function send(kind: TrainingKindCode, personIds: string[]): Promise<string> {
  const opened = { openerUnitId: district, openedOn: '2019-06-03', closedOn: '2020-06-03', seats: personIds.length, basis: 'kế hoạch năm' }
  const { classId } = await app.call(createClass, { kind, title: `Lớp ${kind}`, ...opened })
  const { revision } = await app.call(nominate, { classId, revision: 0, personIds })
  const paper = { family: 'party' as const, issuer: 'Huyện ủy Sông Trong', symbol: 'QĐ/HU', issuedOn: '2019-05-20', signer: 'Ma Văn Hòa' }
  const said = { signerTitle: 'T/M Ban Thường vụ, Phó Bí thư', subject: `Cử cán bộ đi học lớp ${kind}` }
  return (await app.call(decideBoard, { classId, revision, ...paper, ...said })).decisionId
}

async function counted(): Promise<Record<string, number | null>> {
  const { figures } = await app.call(readReview, { unit: district, from: '2015-01-01', to: '2020-12-31' })
  return Object.fromEntries(figures.filter(({ figure }) => figure.startsWith('sent.')).map(({ figure, value }) => [figure.slice(5), value]))
}

test('the eight kinds of sending of the account come out of nominating and deciding, and nobody is counted twice', async () => {
  expect(await counted()).toEqual({ ...sent, total, people: total })
})

test('a decision withdrawn takes its people out of the account, and no others', async () => {
  await app.setToday('2019-06-01')
  await app.call(withdrawDecision, { decisionId: decisions.get('LLCT_TC') ?? '', on: '2019-06-01', why: 'sai đối tượng' })
  expect(await counted()).toEqual({ ...sent, LLCT_TC: 0, total: total - sent.LLCT_TC, people: total - sent.LLCT_TC })
})
