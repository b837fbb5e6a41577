import type { Db } from '#db/connect.ts'
import type { CommandRecord } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { Operation } from '#lib/operation.ts'
import type { Actor } from './operations.ts'

/** What a query showed of persons, where that is to be logged: whose file, or of how many which guarded columns, and what for. */
export type Look = { personId?: string; reason?: string; shown?: { people: number; columns: readonly string[] } }

export type LookEntry = { actor: Actor; operation: string; input: unknown; record: CommandRecord }

/** The part of the house that looks are sealed in. */
export type LookLog = { db: Db; appendLooks: (db: Db, looks: readonly LookEntry[]) => Promise<void> }

type Asked = { op: Operation; input: Record<string, unknown>; actor: Actor; now: Date }

/**
 * Looking at a person's file leaves a trace, as a write does. The answer goes out only once the trace is sealed: nothing is
 * seen that is not in the log.
 */
export async function recordLooks(log: LookLog, asked: Asked, noted: readonly Look[]): Promise<void> {
  const { op, input } = asked
  const personId = op.looksAt ? input[op.looksAt] : undefined
  const looks = noted.length === 0 && typeof personId === 'string' ? [{ personId }] : noted
  await Promise.all(looks.map((look) => seal(log, entryOf(asked, look))))
}

/** What of the input may be kept in the log. */
export function withoutSecrets(op: Operation, input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !op.secret?.includes(name)))
}

function entryOf({ op, input, actor, now }: Asked, { personId, reason, shown }: Look): LookEntry {
  const record = { entryId: newId(now.getTime()), now, changes: [], tied: new Set<string>(), personId, reason }
  return { actor, operation: op.id, input: { ...withoutSecrets(op, input), ...(shown ? { shown } : {}) }, record }
}

type Waiting = { entry: LookEntry; done: () => void; failed: (error: unknown) => void }
type Queue = { waiting: Waiting[]; isSealing: boolean }

const queues = new WeakMap<LookLog, Queue>()
const mostAtOnce = 500

/** Looks that come while others are being sealed wait, and are then sealed together in one transaction. */
function seal(log: LookLog, entry: LookEntry): Promise<void> {
  const queue = queues.get(log) ?? { waiting: [], isSealing: false }
  queues.set(log, queue)
  return new Promise((done, failed) => {
    queue.waiting.push({ entry, done, failed })
    if (!queue.isSealing) void sealWaiting(log, queue)
  })
}

async function sealWaiting(log: LookLog, queue: Queue): Promise<void> {
  queue.isSealing = true
  while (queue.waiting.length > 0) await sealTogether(log, queue.waiting.splice(0, mostAtOnce))
  queue.isSealing = false
}

async function sealTogether(log: LookLog, batch: readonly Waiting[]): Promise<void> {
  try {
    await log.appendLooks(
      log.db,
      batch.map(({ entry }) => entry),
    )
    for (const { done } of batch) done()
  } catch (error) {
    // One that the log cannot take is no reason to refuse the others; a database that does not answer is.
    if (batch.length > 1 && isAboutData(error)) for (const one of batch) await sealTogether(log, [one])
    else for (const { failed } of batch) failed(error)
  }
}

/** SQLSTATE classes 22 and 23: what was sent, not whether it could be. */
function isAboutData(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^2[23]/.test(code)
}
