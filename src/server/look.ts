import { beginRecord } from '#db/facts.ts'
import type { Operation } from '#lib/operation.ts'
import type { Actor } from './operations.ts'
import type { House } from './perform.ts'

/** Looking at a person's file leaves a trace, as a write does. */
export async function recordLook(house: House, op: Operation, input: Record<string, unknown>, actor: Actor, now: Date): Promise<void> {
  const personId = op.looksAt ? input[op.looksAt] : undefined
  if (typeof personId !== 'string') return
  await house.db.transaction().execute(async (tx) => {
    const record = Object.assign(beginRecord(tx, now), { personId })
    await house.appendEntry(tx, { actor, operation: op.id, input: withoutSecrets(op, input), record })
  })
}

/** What of the input may be kept in the log. */
export function withoutSecrets(op: Operation, input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !op.secret?.includes(name)))
}
