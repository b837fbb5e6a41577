import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import type { z } from 'zod'
import { buildApp, buildHouse } from '#app'
import { appAddress } from '#db/app-role.ts'
import { connect, type Db, type Tx } from '#db/connect.ts'
import type { OidcSettings } from '#modules/access/oidc-settings.ts'
import { requestOf, type Operation } from '#lib/operation.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { sessionCookie } from '#server/http.ts'
import type { House } from '#server/perform.ts'
import type { ProblemBody } from '#server/problem.ts'
import { write } from '#server/write.ts'
import { demoDatabase, newDatabase } from './database.ts'

/** What a refused call throws: the status and the problem as the pages get them. */
export class CallFailed extends Error {
  readonly status: number
  readonly problem: ProblemBody
  constructor(status: number, problem: ProblemBody) {
    super(`${status} ${JSON.stringify(problem)}`)
    this.status = status
    this.problem = problem
  }
}

export type Call = <I extends z.ZodObject, O extends z.ZodType>(op: Operation<I, O>, input: z.input<I>) => Promise<z.output<O>>
export type TestApp = {
  app: FastifyInstance
  /** As the owner, who is shown everything. */
  db: Db
  url: string
  /** The address of the application's own login. */
  appUrl: string
  house: House
  /** As the account of the options: an organisation officer of everything unless said otherwise. */
  call: Call
  /** As another account, made for it. */
  as: (role: string | null, unitId?: string | null, personId?: string | null) => Promise<Call>
  /** One transaction with its audit entry, for making facts by the bulk writers. */
  write: <T>(work: (tx: Tx) => Promise<T>, now?: Date) => Promise<T>
  /** Moves the application's clock; open sessions stay open. */
  setToday: (day: string) => Promise<void>
}

const open: { app: FastifyInstance; serving: Db }[] = []
afterAll(async () => {
  for (const { app, serving } of open.splice(0)) {
    await app.close()
    await serving.destroy()
  }
})

/** The real application over a real database of its own. */
export async function testApp({
  role = 'organisation_officer',
  today = '2026-11-23',
  signOn = null,
  withDemo = false,
}: { role?: string; today?: string; signOn?: OidcSettings | null; withDemo?: boolean } = {}): Promise<TestApp> {
  const { db, url } = await (withDemo ? demoDatabase() : newDatabase())
  let noon = new Date(`${today}T05:00:00Z`)
  const clock = () => noon
  const house = buildHouse({ db, clock })
  const appUrl = await appAddress(db, url)
  const serving = connect(appUrl, { max: 4 })
  const app = await buildApp({ db: serving, clock, signOn })
  open.push({ app, serving })

  const make = <T>(work: (tx: Tx) => Promise<T>, now?: Date) => write(house, { operation: 'tests.make', ...(now ? { now } : {}) }, work)
  let accounts = 0
  const as: TestApp['as'] = async (ofRole, unitId = null, personId = null) => {
    const token = await make(async (tx) => {
      const name = `account${++accounts}`
      const accountId = await addAccount(tx, { username: name, displayName: name, passwordHash: '', personId, mustChangePassword: false })
      if (ofRole) await addGrant(tx, { accountId, role: ofRole, unitId })
      return addSession(tx, { accountId, now: noon })
    })
    return (op, input) => callWith(app, token, op, input)
  }
  const setToday = async (day: string) => {
    noon = new Date(`${day}T05:00:00Z`)
    await db
      .updateTable('access.session')
      .set({ seen_at: noon, expires_at: new Date(noon.getTime() + 86_400_000) })
      .execute()
  }
  return { app, db, url, appUrl, house, call: await as(role), as, write: make, setToday }
}

async function callWith<I extends z.ZodObject, O extends z.ZodType>(
  app: FastifyInstance,
  token: string,
  op: Operation<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const { url, body } = requestOf(op, input as Record<string, unknown>)
  const answer = await app.inject({ method: op.method, url, cookies: { [sessionCookie]: token }, ...(body ? { payload: body } : {}) })
  if (answer.statusCode !== 200) throw new CallFailed(answer.statusCode, answer.json())
  // The shape of the reply is the contract's; the server parsed it by it.
  return (op.gives === 'file' ? answer.rawPayload : answer.json()) as z.output<O>
}
