import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Db, Tx } from '#db/connect.ts'
import type { Operation } from '#lib/operation.ts'
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
export type Scope = 'everything' | { unitIds: string[]; personId: string | null }

export type UploadedFile = { name: string; bytes: Buffer }
export type FileAnswer = { name: string; type: string; content: Buffer | Readable }

type Shared = { today: string; now: Date; actor: Actor; scope: Scope; origin: Origin; file?: UploadedFile | undefined }
export type QueryContext = Shared & { db: Db }
export type CommandContext = Shared & { tx: Tx }

export type Route = {
  op: Operation
  kind: 'query' | 'command'
  run: (input: unknown, context: QueryContext | CommandContext) => Promise<unknown>
}

type Answer<O extends z.ZodType> = z.input<O> | FileAnswer | KeptRefusal

/** Reads: runs in a read-only transaction, where PostgreSQL itself refuses a write. */
export function query<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O>,
  handler: (input: z.output<I>, context: QueryContext) => Promise<Answer<O>>,
): Route {
  // The edge has parsed the input by the operation's own shape before it calls.
  return { op, kind: 'query', run: (input, context) => handler(input as z.output<I>, context as QueryContext) }
}

/** Writes: one transaction, one audit entry; a refusal or a fault leaves neither. */
export function command<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O>,
  handler: (input: z.output<I>, context: CommandContext) => Promise<Answer<O>>,
): Route {
  return { op, kind: 'command', run: (input, context) => handler(input as z.output<I>, context as CommandContext) }
}
