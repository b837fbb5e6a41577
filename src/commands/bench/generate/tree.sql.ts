import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { recordFacts, recordOf } from '#db/facts.ts'
import { rebuildClosure } from '#modules/organisation/closure.sql.ts'
import { writeUnits } from '#modules/organisation/unit.sql.ts'
import type { Scale } from '../sizes.ts'
import { communeParents, rootOf, unitsOf } from './unit-codes.ts'

/** The units of the size, entered as the product enters them; returns the entry that everything generated cites. */
export async function growTree(tx: Tx, scale: Scale): Promise<string> {
  await writeUnits(tx, unitsOf(scale))
  await recordFacts(tx, 'organisation.unit_parent', communeParents(scale))
  await rebuildClosure(tx)
  await sql`insert into organisation.authority (unit_id, founded_at) values (${rootOf(scale)}::uuid, now())`.execute(tx)
  return recordOf(tx).entryId
}
