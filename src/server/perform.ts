import type { Db, Tx } from '#db/connect.ts'
import type { CommandRecord } from '#db/facts.ts'
import type { Operation } from '#lib/operation.ts'
import { dayInHanoi } from '#lib/days.ts'
import { withinTheHouse, type Actor, type Origin, type Route, type Scope, type UploadedFile } from './operations.ts'
import { untilNoClash } from './clash.ts'
import { type Look, recordLooks, withoutSecrets } from './look.ts'
import { assureStorable } from './storable.ts'
import { KeptRefusal, NotFound, NotPermitted, NotSignedIn, Refused } from './refusal.ts'
import { reading, sightOf, writing } from './transaction.ts'

export type EntryOf = { actor: Actor; operation: string; input: unknown; record: CommandRecord }

/** What the edge must know of the modules; put together in app.ts. */
export type House = {
  db: Db
  clock: () => Date
  /** The scope of the permission for this caller, or null when no role gives it. */
  scopeOf: (db: Db, actor: Actor, permission: string, today: string) => Promise<Scope | null>
  isUnitInScope: (db: Db, scope: Scope, unitId: string) => Promise<boolean>
  isPersonInScope: (db: Db, scope: Scope, personId: string, today: string) => Promise<boolean>
  /** Brings to that day who is to be seen where; asked before every operation, done once a day. */
  assureDay: (today: string) => Promise<void>
  appendEntry: (tx: Tx, entry: EntryOf) => Promise<void>
  appendLooks: (db: Db, looks: readonly EntryOf[]) => Promise<void>
}

export const nobody: Actor = { accountId: null, name: '', personId: null, grants: [] }

/** The one place where every operation, from a page, the command line or a test, meets permission, scope, transaction and audit. */
export async function perform(
  house: House,
  route: Route,
  given: unknown,
  actor: Actor,
  file?: UploadedFile,
  origin: Origin = withinTheHouse,
): Promise<unknown> {
  const { op } = route
  const now = house.clock()
  const today = dayInHanoi(now)
  const scope = await permittedScope(house, op, actor)
  assureStorable(given)
  const input = op.input.parse(given)
  await house.assureDay(today)
  const looks: Look[] = []
  const around = { today, now, actor, scope, origin, file, looked: (look: Look) => void looks.push(look) }
  const shared = { ...around, asked: await route.ask?.(input, { ...around, db: house.db }) }
  if (route.kind === 'query') {
    const answer = await reading(house.db, route.isWide ? 'wide' : sightOf(op, scope, actor), async (db) => {
      await checkScope(house, db, op, input, scope, today)
      return route.run(input, { ...shared, db })
    })
    await recordLooks(house, { op, input, actor, now }, looks)
    return answer
  }
  const answer = await untilNoClash(() =>
    writing(
      house.db,
      now,
      async (tx) => {
        await checkScope(house, tx, op, input, scope, today)
        return route.run(input, { ...shared, tx })
      },
      (tx, record) => house.appendEntry(tx, { actor, operation: op.id, input: withoutSecrets(op, input), record }),
    ),
  )
  await recordLooks(house, { op, input, actor, now }, looks)
  if (answer instanceof KeptRefusal) throw new Refused(answer.refusals)
  return answer
}

/** Where the caller may use the operation; refuses whoever may nowhere, before a byte of what they send is read. */
export async function permittedScope(house: House, op: Operation, actor: Actor): Promise<Scope> {
  if (op.permission === 'everyone') return 'everything'
  if (actor === nobody || actor.awaitsCodeOf) throw new NotSignedIn()
  if (op.permission === 'signed-in') return 'everything'
  if (actor.mustChangePassword) throw new Refused([{ code: 'password-change-needed' }])
  if (actor.mustEnrol) throw new Refused([{ code: 'second-factor-needed' }])
  const scope = await house.scopeOf(house.db, actor, op.permission, dayInHanoi(house.clock()))
  if (!scope) throw new NotPermitted()
  return scope
}

async function checkScope(house: House, db: Db, op: Operation, input: Record<string, unknown>, scope: Scope, today: string): Promise<void> {
  const unitId = op.scope?.unit ? input[op.scope.unit] : undefined
  if (typeof unitId === 'string' && !(await house.isUnitInScope(db, scope, unitId))) throw new NotFound()
  const personId = op.scope?.person ? input[op.scope.person] : undefined
  if (typeof personId === 'string' && !(await house.isPersonInScope(db, scope, personId, today))) throw new NotFound()
}
