import { beforeAll, expect, test } from 'vitest'
import { buildRoutes } from '#app'
import type { Operation } from '#lib/operation.ts'
import { rolesWith, roles } from '#modules/access/roles.ts'
import { createDecision } from '#modules/decisions/decision.contract.ts'
import { createClass } from '#modules/training/class.contract.ts'
import { testApp, type Call, type TestApp } from './app.ts'
import { makeDistrict, makeOfficials } from './persons.ts'
import { sampleInput } from './sample-input.ts'

const operations = buildRoutes().map((route) => route.op)
let app: TestApp
let outside: Record<string, string>
let north: string

beforeAll(async () => {
  app = await testApp()
  const district = await makeDistrict(app)
  const [personId = '', mergedId = ''] = await makeOfficials(app, [
    { unitId: district.south },
    { unitId: district.south, birth: '1990-01-01' },
  ])
  const { id: decisionId } = await app.call(createDecision, {
    code: '1-QĐ/ĐU',
    kind: 'other',
    issuedOn: '2020-01-01',
    issuer: 'Đảng ủy xã Đồi Nam',
    issuerUnitId: district.south,
    subject: 'Thử',
  })
  const { classId } = await app.call(createClass, {
    kind: 'BD_CD',
    title: 'Lớp thử',
    openerUnitId: district.south,
    openedOn: '2020-02-03',
    closedOn: null,
    place: null,
    lecturer: null,
    headCount: 20,
    decisionId,
  })
  const unitId = district.south
  outside = {
    personId,
    mergedId,
    decisionId,
    classId,
    unitId,
    unit: unitId,
    openerUnitId: unitId,
    fromUnitId: unitId,
    figure: 'sent.total',
    on: '2020-03-01',
    titleText: 'Công chức',
  }
  north = district.north
}, 60_000)

/** How the call ends, by status alone. */
async function answerTo(call: Call, op: Operation, input: Record<string, unknown>): Promise<number> {
  return call(op, input).then(
    () => 200,
    (thrown: { status: number }) => thrown.status,
  )
}

async function entries(): Promise<number> {
  const { count } = await app.db
    .selectFrom('audit.entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

test('without a session only what is for everyone answers', async () => {
  for (const op of operations) {
    const answer = await app.app.inject({ method: op.method, url: op.path, ...(op.method === 'GET' ? {} : { payload: {} }) })
    expect({ op: op.id, isRefused: answer.statusCode === 401 }).toEqual({ op: op.id, isRefused: op.permission !== 'everyone' })
  }
})

test('each role reaches the operations of its permissions and no other', async () => {
  for (const role of roles) {
    const call = await app.as(role)
    for (const op of operations.filter(({ permission }) => !['everyone', 'signed-in'].includes(permission))) {
      const isAllowed = rolesWith(op.permission).includes(role)
      const status = isAllowed && op.method !== 'GET' ? 'not tried' : await answerTo(call, op, sampleInput(op.input, {}))
      expect({ role, op: op.id, isRefused: status === 403 }).toEqual({ role, op: op.id, isRefused: !isAllowed })
    }
  }
})

// Names of units are nobody's secret; a reorganisation of nothing is refused by its own rule, one of others' units is tried with reorganisations.
const open = [
  'organisation.units.tree',
  'organisation.units.find',
  'organisation.units.read',
  'organisation.reorganisations.list',
  'organisation.reorganisations.preview',
  'organisation.reorganisations.apply',
]

test('beyond the own units every thing named is not found, nothing is written and no trace is left', async () => {
  const officer = await app.as('organisation_officer', north)
  const before = await entries()
  const named = operations.filter(
    (op) =>
      !open.includes(op.id) &&
      op.takes !== 'file' &&
      Object.keys(op.input.shape).some((field) => field in outside && field !== 'on' && field !== 'titleText' && field !== 'figure'),
  )
  expect(named.length).toBeGreaterThan(35)
  const answers: Record<string, number> = {}
  for (const op of named.filter(({ permission }) => rolesWith(permission).includes('organisation_officer'))) {
    answers[op.id] = await answerTo(officer, op, sampleInput(op.input, outside))
  }
  expect(Object.fromEntries(Object.entries(answers).filter(([, status]) => status !== 404))).toEqual({})
  expect(await entries()).toBe(before)
})
