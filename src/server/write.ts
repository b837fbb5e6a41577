import type { Tx } from '#db/connect.ts'
import type { Actor } from './operations.ts'
import type { House } from './perform.ts'
import { writing } from './transaction.ts'

/** The program itself as the one who acts: set-up, the demo, an import on the command line. */
export const program: Actor = {
  accountId: null,
  name: 'kecan',
  personId: null,
  grants: [
    { role: 'administrator', unitId: null },
    { role: 'organisation_officer', unitId: null },
  ],
}

/** Writes outside an operation, yet as one transaction with one audit entry, known from `now` on. */
export function write<T>(
  house: Pick<House, 'db' | 'clock' | 'appendEntry'>,
  act: { operation: string; input?: unknown; actor?: Actor; now?: Date },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return writing(house.db, act.now ?? house.clock(), work, (tx, record) =>
    house.appendEntry(tx, { actor: act.actor ?? program, operation: act.operation, input: act.input ?? {}, record }),
  )
}
