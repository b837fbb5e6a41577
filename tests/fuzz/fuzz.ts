import { Writable } from 'node:stream'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { buildApp } from '#app'
import { connect } from '#db/connect.ts'
import { makePlaces, makeThings, type Things } from '../access-things.ts'
import { testApp, type TestApp } from '../app.ts'
import { sessionOf, type Held } from '../ask.ts'
import { describedIn, wishes, type Described, type Wish } from './requests.ts'
import { send, type Sent } from './send.ts'

export type Found = { op: string; what: string; request: string; log: string }
export type Outcome = { requests: number; statuses: Record<number, number>; answeredOperations: number; operations: number; found: Found[] }

const inOneGo = 500
// A name, or a whole list, that others changed meanwhile is made anew after so many requests.
const worldLasts = 2500

/** Sends that many requests over all operations as several roles, and gathers what should never be answered. The same seed asks the same. */
export async function fuzz({ requests, seed }: { requests: number; seed: number }): Promise<Outcome> {
  const made = await testApp()
  const lines: string[] = []
  const stream = new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) })
  const serving = connect(made.appUrl, { max: 4 })
  const app = await buildApp({ db: serving, clock: made.house.clock, log: { level: 'error', stream } })
  try {
    return await run(made, app, lines, { requests, seed })
  } finally {
    await app.close()
    await serving.destroy()
  }
}

async function run(
  made: TestApp,
  app: FastifyInstance,
  lines: string[],
  { requests, seed }: { requests: number; seed: number },
): Promise<Outcome> {
  const places = await makePlaces(made)
  const operations = describedIn((await app.inject('/openapi.json')).json())
  const byId = new Map(operations.map((op) => [op.id, op]))
  const replies = new Map(
    operations.map((op) => [op.id, op.reply ? z.fromJSONSchema(op.reply as Parameters<typeof z.fromJSONSchema>[0]) : null]),
  )
  const outcome: Outcome = { requests: 0, statuses: {}, answeredOperations: 0, operations: operations.length, found: [] }
  const answered = new Set<string>()
  let world: Things[] = []
  let callers: (string | null)[] = []
  let asked: Wish[] = []

  for (let at = 0; at < requests; at++) {
    if (at % worldLasts === 0) {
      await forgetPolicy(made)
      world = await worldOf(made, places)
      callers = await callersOf(made, places, world)
    }
    if (at % inOneGo === 0)
      asked = fc.sample(wishes(operations, callers.length), { numRuns: Math.min(inOneGo, requests - at), seed: seed + at })
    const wish = asked[at % inOneGo]
    const op = wish && byId.get(wish.op)
    if (!wish || !op) continue
    lines.length = 0
    const answer = await send(app, op, wish, callers[wish.as] ?? null, world)
    outcome.requests++
    outcome.statuses[answer.status] = (outcome.statuses[answer.status] ?? 0) + 1
    if (answer.status === 200) answered.add(op.id)
    const what = faultOf(op, answer, replies.get(op.id) ?? null)
    if (what) note(outcome.found, { op: op.id, what, request: answer.request, log: lines.join('').slice(0, 1500) })
    if (op.id === 'access.policy.set' && answer.status === 200) await forgetPolicy(made)
    // Whoever signed out, or was signed out, comes back.
    if (answer.status === 401 && callers[wish.as])
      callers = callers.with(wish.as, await sessionOf(made, rolesOf(places, world)[wish.as] ?? { role: null }))
  }
  outcome.answeredOperations = answered.size
  return outcome
}

/** What an administrator may ask of all accounts would lock out those who are to ask on. */
async function forgetPolicy(made: TestApp): Promise<void> {
  await sql`update access.policy set second_factor_roles = '{}', idle_minutes = default, whole_days = default`.execute(made.db)
}

async function worldOf(made: TestApp, places: Awaited<ReturnType<typeof makePlaces>>): Promise<Things[]> {
  const world: Things[] = []
  for (const unitId of [places.inside, places.outside, places.elsewhere]) world.push(await makeThings(made, unitId, places.granted))
  return world
}

function rolesOf(places: Awaited<ReturnType<typeof makePlaces>>, world: readonly Things[]): Held[] {
  const { granted } = places
  return [
    { role: 'organisation_officer' },
    { role: 'administrator' },
    { role: 'organisation_officer', unitId: granted },
    { role: 'administrator', unitId: granted },
    ...['leader', 'unit_clerk', 'school', 'inspector', 'figures_reader'].map((role) => ({ role, unitId: granted })),
    { role: 'official', personId: world[0]?.['personId'] ?? null },
    { role: null },
  ]
}

async function callersOf(
  made: TestApp,
  places: Awaited<ReturnType<typeof makePlaces>>,
  world: readonly Things[],
): Promise<(string | null)[]> {
  const sessions: (string | null)[] = []
  for (const held of rolesOf(places, world)) sessions.push(await sessionOf(made, held))
  return [...sessions, null]
}

/** What is wrong with the answer: a fault of ours, a problem that cannot be read, or a reply that is not of its shape. */
function faultOf(op: Described, { status, type, text }: Sent, reply: z.ZodType | null): string | null {
  if (status >= 500) return `status ${status}`
  if (status >= 400)
    return isProblem(type, text, status) ? null : `status ${status} without a problem that can be read: ${type} ${text.slice(0, 200)}`
  if (status !== 200) return `status ${status}`
  if (!reply) return null
  const parsed = reply.safeParse(JSON.parse(text))
  return parsed.success ? null : `a reply that is not of its shape: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`
}

const problem = z.object({ status: z.number(), code: z.string().min(1), title: z.string().min(1) })

function isProblem(type: string, text: string, status: number): boolean {
  if (!type.startsWith('application/problem+json')) return false
  try {
    return problem.parse(JSON.parse(text)).status === status
  } catch {
    return false
  }
}

/** Each fault once: of the same operation and kind a second example tells nothing new. */
function note(found: Found[], one: Found): void {
  const key = ({ op, what, log }: Found) => `${op} ${what.slice(0, 60)} ${/"message":"([^"]{0,60})/.exec(log)?.[1] ?? ''}`
  if (found.length < 60 && !found.some((other) => key(other) === key(one))) found.push(one)
}
