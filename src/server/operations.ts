import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Db, Tx } from '#db/connect.ts'
import type { Operation } from '#lib/operation.ts'
import type { Look } from './look.ts'
import type { KeptRefusal } from './refusal.ts'

/** Who calls: an account, or the program itself on the command line. */
export type Actor = {
  accountId: string | null
  name: string
  personId: string | null
  grants: { role: string; unitId: string | null }[]
  token?: string
  /** A password set by somebody else must be changed before anything else is done. */
  mustChangePassword?: boolean
  /** A role of the caller asks for a second factor that is not set up yet: that comes before anything else. */
  mustEnrol?: boolean
  /** The password was right, the code is still to come: whose account it is; until then the caller is nobody. */
  awaitsCodeOf?: string
}

/** Where a request comes from, as its connection and its browser tell; both empty for the program itself. */
export type Origin = { address: string; client: string }
export const withinTheHouse: Origin = { address: '', client: '' }

/** What the caller may see under the operation's permission: all of it, or these units' people and the caller's own file. */
export type Scope = 'everything' | UnitScope
export type UnitScope = {
  unitIds: string[]
  /** The numbers of the units that the roles name; whoever is seen in or below one of them is in scope. */
  above: number[]
  personId: string | null
}

export type UploadedFile = { name: string; bytes: Buffer }
export type FileAnswer = { name: string; type: string; content: Buffer | Readable }

type Shared = {
  asked?: unknown
  today: string
  now: Date
  actor: Actor
  scope: Scope
  origin: Origin
  file?: UploadedFile | undefined
  /** Says what the answer shows of persons, where that is to be logged; sealed before the answer goes out. */
  looked: (look: Look) => void
}
export type QueryContext = Shared & { db: Db }
export type CommandContext = Shared & { tx: Tx }

export type Route = {
  op: Operation
  kind: 'query' | 'command'
  /** The database shows the query persons beyond the caller's scope, too; the handler itself keeps to what may be told. */
  isWide: boolean
  /** What is asked of another system before the transaction begins, so that none waits for it; `run` finds it as `asked`. */
  ask?: (input: unknown, context: QueryContext) => Promise<unknown>
  run: (input: unknown, context: QueryContext | CommandContext) => Promise<unknown>
}

type Answer<O extends z.ZodType> = z.input<O> | FileAnswer | KeptRefusal

/**
 * Reads: runs in a read-only transaction, where PostgreSQL itself refuses a write and shows the caller only persons of their
 * scope.
 */
export function query<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O>,
  handler: (input: z.output<I>, context: QueryContext) => Promise<Answer<O>>,
): Route {
  // The edge has parsed the input by the operation's own shape before it calls.
  return { op, kind: 'query', isWide: false, run: (input, context) => handler(input as z.output<I>, context as QueryContext) }
}

/**
 * A query to which the database shows persons beyond the caller's scope: a figure counts people as they once served, a class
 * lists whoever attended, the log and an import name whom they touched. The handler itself tells only what the caller may know.
 */
export function wideQuery<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O>,
  handler: (input: z.output<I>, context: QueryContext) => Promise<Answer<O>>,
): Route {
  return { ...query(op, handler), isWide: true }
}

/** Writes: one transaction, one audit entry; a refusal or a fault leaves neither. */
export function command<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O>,
  handler: (input: z.output<I>, context: CommandContext) => Promise<Answer<O>>,
): Route {
  return { op, kind: 'command', isWide: true, run: (input, context) => handler(input as z.output<I>, context as CommandContext) }
}
