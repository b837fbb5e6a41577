import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildRoutes } from '#app'
import type { Operation } from '#lib/operation.ts'
import { newId } from '#lib/id.ts'
import { isPermission, roles } from '#modules/access/roles.ts'
import { noListFor, oracle } from './access-oracle.ts'
import { roleOf, type Letter, type Reach, type Rule } from './access-rule.ts'
import { makePlaces, makeThings, type Places, type Things } from './access-things.ts'
import { testApp, type TestApp } from './app.ts'
import { ask, sessionOf } from './ask.ts'
import { sampleInput } from './sample-input.ts'

const routes = buildRoutes()
const letters = Object.keys(roleOf) as Letter[]
const askable = routes.flatMap(({ op, kind }) => {
  const rule = oracle[op.id]
  return rule ? [{ op, kind, rule }] : []
})

let app: TestApp
let places: Places
let things: Record<'inside' | 'outside' | 'elsewhere' | 'nobody', Things>
let sessions: Record<Letter, string>

beforeAll(async () => {
  app = await testApp()
  places = await makePlaces(app)
  const inside = await makeThings(app, places.inside, places.granted)
  const nobody = Object.fromEntries(Object.keys(inside).map((name) => [name, newId()]))
  things = {
    inside: await withEntry(inside),
    outside: await withEntry(await makeThings(app, places.outside, places.granted)),
    elsewhere: await withEntry(await makeThings(app, places.elsewhere, places.granted)),
    nobody: { ...nobody, seq: '999999' },
  }
  sessions = await sessionsOf(places.granted)
}, 120_000)

async function sessionsOf(unitId: string | null): Promise<Record<Letter, string>> {
  const made: [Letter, string][] = []
  for (const letter of letters) {
    made.push([
      letter,
      await sessionOf(app, { role: roleOf[letter], unitId, personId: letter === 'M' ? (things.inside['personId'] ?? null) : null }),
    ])
  }
  // One for each letter.
  return Object.fromEntries(made) as Record<Letter, string>
}

/** The entry of the log about the unit's person. */
async function withEntry(of: Things): Promise<Things> {
  const { rows } = await sql<{
    seq: number
  }>`select max(seq)::int as seq from audit.entry where person_id = ${of['personId']}::uuid`.execute(app.db)
  return { ...of, seq: String(rows[0]?.seq) }
}

test('the table of who may do what names every operation and no other, and each operation states a permission', () => {
  expect(Object.keys(oracle).toSorted()).toEqual(routes.map(({ op }) => op.id).toSorted())
  for (const { op } of routes)
    expect([op.id, ['everyone', 'signed-in'].includes(op.permission) || isPermission(op.permission)]).toEqual([op.id, true])
  expect(Object.values(roleOf).toSorted()).toEqual(roles.filter((role) => role !== 'public').toSorted())
})

test('without a session only what is for everyone answers', async () => {
  for (const { op, rule } of askable) {
    const { status } = await ask(app, null, op, inputOf(op, things.inside))
    expect({ op: op.id, isAsked: status === 401 }).toEqual({ op: op.id, isAsked: rule.who !== 'everyone' })
  }
})

test('whoever has no role that allows an operation is refused it, wherever the thing lies', async () => {
  const before = await entries()
  const outsider = await sessionOf(app, { role: 'public', unitId: places.granted })
  for (const { op, rule } of askable.filter(({ rule: { who } }) => typeof who !== 'string')) {
    for (const [letter, session] of [...Object.entries(sessions), ['public', outsider] as const]) {
      if ((rule.who as readonly string[]).includes(letter)) continue
      for (const at of [things.inside, things.outside]) {
        expect([op.id, letter, (await ask(app, session, op, inputOf(op, at))).status]).toEqual([op.id, letter, 403])
      }
    }
  }
  expect(await entries()).toBe(before)
})

test('what lies in another unit, in another authority or nowhere is not found, and nothing is written', async () => {
  const before = await entries()
  const wrong: unknown[] = []
  for (const { op, rule, letter } of everyRole()) {
    for (const input of inputsBeyond(op, rule.reach)) {
      const { status } = await ask(app, sessions[letter], op, input)
      if (status !== 404) wrong.push([op.id, letter, status, input])
    }
  }
  expect(wrong).toEqual([])
  expect(await entries()).toBe(before)
})

test('what lies in the own units is answered, or refused for its own reasons', async () => {
  const wrong: unknown[] = []
  let fresh = { of: '', things: things.inside }
  for (const { op, kind, rule, letter } of everyRole()) {
    if (rule.reach === 'own') continue
    // What a command does may take away what the next one needs; a unit's version it replaces for whoever comes next.
    const isGoneAfter = 'versionId' in op.input.shape || op.id === 'training.sessions.remove'
    const of = isGoneAfter ? `${op.id} ${letter}` : op.id
    const isUsedUp = kind === 'command' && letter !== 'M' && !narrowed.includes(rule.reach) && (rule.reach !== 'unit' || of !== op.id)
    if (isUsedUp && fresh.of !== of) fresh = { of, things: await withEntry(await makeThings(app, places.inside, places.granted)) }
    const own = fresh.of === of ? fresh.things : things.inside
    const { status, text } = await ask(app, sessions[letter], op, inputOf(op, own))
    const expected = isBarredInside(op, rule.reach, letter)
      ? [rule.reach === 'whole' ? 403 : 404]
      : kind === 'query'
        ? [200]
        : [200, 400, 409]
    if (isStillEmpty.includes(op.id)) continue
    if (!expected.includes(status)) wrong.push([op.id, letter, status, text.slice(0, 200)])
  }
  expect(wrong).toEqual([])
}, 120_000)

test('whoever holds a role on everything reads of every authority', async () => {
  const whole = await sessionsOf(null)
  for (const { op, kind, rule, letter } of everyRole()) {
    if (kind !== 'query' || letter === 'M' || isStillEmpty.includes(op.id) || op.id.startsWith('organisation.reorganisations.preview'))
      continue
    for (const at of [things.outside, things.elsewhere]) {
      const { status } = await ask(app, whole[letter], op, inputOf(op, at))
      const expected = noListFor[op.id]?.includes(letter) && ['unit', 'submission'].includes(rule.reach) ? 404 : 200
      expect([op.id, letter, status]).toEqual([op.id, letter, expected])
    }
  }
})

test('what concerns the own account alone is every role’s own', async () => {
  for (const { op, rule } of askable.filter((one) => one.rule.reach === 'own' && one.rule.who !== 'everyone')) {
    for (const letter of letters.filter((one) => typeof rule.who === 'string' || rule.who.includes(one))) {
      const session = await sessionOf(app, { role: roleOf[letter], unitId: places.granted })
      const { status } = await ask(app, session, op, inputOf(op, things.inside))
      // The session or link named is somebody else's: there is no such one of the own.
      expect([op.id, letter, [200, 400, 404, 409].includes(status)]).toEqual([op.id, letter, true])
    }
  }
})

function everyRole(): { op: Operation; kind: 'query' | 'command'; rule: Rule; letter: Letter }[] {
  return askable.flatMap(({ op, kind, rule }) =>
    letters.filter((letter) => rule.who.includes(letter)).map((letter) => ({ op, kind, rule, letter })),
  )
}

/** An official reaches the own file and no unit; whoever sees only figures no list; what is of the whole only who holds the whole. */
function isBarredInside(op: Operation, reach: Reach, letter: Letter): boolean {
  return (letter === 'M' && reach === 'unit') || reach === 'whole' || noListFor[op.id]?.includes(letter) === true
}

/** Of a workbook that is not read yet there is no list of errors. */
const isStillEmpty: readonly string[] = ['imports.runs.errors']
const narrowed: readonly Reach[] = ['own', 'open', 'listed', 'whole']
/** The fields by which the second thing of such an operation is named. */
const second: Partial<Record<Reach, readonly string[]>> = {
  'person and unit': ['unitId', 'fromUnitId'],
  'two persons': ['mergedId'],
  'class and unit': ['openerUnitId', 'unitId'],
  'class and person': ['personId'],
  'run and unit': ['unitId'],
}

/** Everything it names beyond the scope, and, where it names two things, each of them alone beyond it. */
function inputsBeyond(op: Operation, reach: Reach): Record<string, unknown>[] {
  if (narrowed.includes(reach)) return []
  const beyond = [things.outside, things.elsewhere, things.nobody]
  const names = second[reach]
  const mixed = names
    ? beyond.flatMap((there) => {
        const taken = Object.fromEntries(names.map((name) => [name, there[name] ?? '']))
        const kept = Object.fromEntries(names.map((name) => [name, things.inside[name] ?? '']))
        return [
          { ...things.inside, ...taken },
          { ...there, ...kept },
        ]
      })
    : []
  return [...beyond, ...mixed].map((at) => inputOf(op, at))
}

function inputOf(op: Operation, at: Things): Record<string, unknown> {
  return { ...sampleInput(op.input, at), ...special[op.id]?.(at) }
}

const renaming = ({ unitId }: Things) => ({
  on: '2026-11-02',
  titleVi: 'Đổi tên',
  titleEn: 'A rename',
  newUnits: [],
  acts: [{ kind: 'rename', from: [unitId], nameVi: 'Tên mới', nameEn: 'New name' }],
})
/** What the shape alone does not tell. */
const special: Record<string, (at: Things) => Record<string, unknown>> = {
  'training.calendar.read': () => ({ month: '2026-11' }),
  // What may be left out is named here, so that the person is reached for.
  'training.roster.enter': (at) => ({ personIds: [at['personId'] ?? ''] }),
  'access.accounts.create': ({ unitId, personId }) => ({ username: 'nguoi.moi', grants: [{ role: 'official', unitId }], personId }),
  'access.accounts.grant': ({ unitId }) => ({ role: 'leader', unitId: unitId ?? null }),
  'organisation.units.create': ({ unitId }) => ({ parents: { state: unitId } }),
  'organisation.reorganisations.preview': renaming,
  'organisation.reorganisations.apply': renaming,
  // The thing's paper is no decision about its class.
  'training.boards.paper': () => ({ decisionId: undefined }),
  'training.proposals.people': () => ({ kind: undefined, why: undefined, after: undefined }),
  'training.proposals.choices': ({ personId }) => ({ key: `${personId}~BD_CD` }),
  'training.proposals.move': ({ personId, lineId }) => ({ key: `${personId}~BD_CD`, lineId }),
  'audit.entries.read': ({ seq }) => ({ seq }),
  'imports.rows.correct': () => ({ column: 'B' }),
  'audit.entries.list': ({ personId }) => ({ personId, subjectId: undefined, operation: undefined, actor: undefined }),
  'statistics.figures.people': () => ({ figure: 'sent.total', commune: undefined, on: '2026-11-23', from: '2019-01-01', to: undefined }),
  'statistics.review.read': () => ({ commune: undefined, on: '2026-11-23', from: '2019-01-01', to: undefined }),
  'statistics.review.export': () => ({ commune: undefined, on: '2026-11-23', from: '2019-01-01', to: undefined }),
  'training.results.set': ({ personId }) => ({ results: [{ personId, state: 'completed' }] }),
  'statistics.forms.read': () => ({ form: 'bieu-10', on: undefined, from: undefined, to: undefined, year: 2019 }),
  'statistics.hours.read': () => ({ on: undefined, year: 2019 }),
  'statistics.hours.people': () => ({ on: undefined, year: 2019 }),
  'statistics.hours.export': () => ({ on: undefined, year: 2019 }),
  'statistics.forms.export': () => ({ form: 'bieu-10', on: undefined, from: undefined, to: undefined, year: 2019 }),
  'statistics.submissions.submit': () => ({ form: 'bieu-10', on: undefined, from: undefined, to: undefined, year: 2019 }),
  'statistics.submissions.people': () => ({ row: 'any', column: 'any' }),
  'statistics.submissions.compare': () => ({ with: undefined }),
  'statistics.submissions.list': () => ({ form: undefined }),
  'statistics.forms.people': () => ({
    form: 'bieu-10',
    on: undefined,
    from: undefined,
    to: undefined,
    year: 2019,
    row: 'any',
    column: 'any',
  }),
  'people.facts.retract': () => ({ table: 'people.assignment' }),
  'training.sessions.change': ({ classSessionId }) => ({ sessionId: classSessionId }),
  'training.sessions.remove': ({ classSessionId }) => ({ sessionId: classSessionId }),
  'training.attendance.roll': ({ classSessionId }) => ({ sessionId: classSessionId }),
  'training.attendance.mark': ({ classSessionId, personId }) => ({
    marks: [{ sessionId: classSessionId, personId, state: 'present', markedAt: '2020-02-03T01:00:00Z' }],
  }),
}

async function entries(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit.entry where operation <> 'tests.make'`.execute(
    app.db,
  )
  return rows[0]?.count ?? 0
}
