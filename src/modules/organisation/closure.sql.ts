import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { noteChange, period, recordOf } from '#db/facts.ts'
import { refuse } from '#server/refusal.ts'
import { closureOf, ParentCycle, type ClosureRow, type Edge, type Existence } from './closure.ts'

/** Works out all ancestors anew from the units and parents known now, and records what differs; refused on a circle ('parent-cycle'). */
export async function rebuildClosure(tx: Tx): Promise<void> {
  // Two reorganisations at once would each miss what the other wrote.
  await sql`select pg_advisory_xact_lock(6110002)`.execute(tx)
  const wanted = new Map(closed(await knownUnits(tx), await knownEdges(tx)).map((row) => [keyOf(row), row]))
  const known = new Map((await knownRows(tx)).map((row) => [keyOf(row), row]))
  const vanished = [...known].filter(([key]) => !wanted.has(key)).map(([, row]) => row.at)
  const added = [...wanted].filter(([key]) => !known.has(key)).map(([, row]) => row)
  await closeRows(tx, vanished)
  await addRows(tx, added)
  if (vanished.length + added.length > 0)
    noteChange(tx, { table: 'organisation.closure', done: 'changed', count: vanished.length + added.length })
}

function closed(units: Existence[], edges: Edge[]): ClosureRow[] {
  try {
    return closureOf(units, edges)
  } catch (error) {
    if (!(error instanceof ParentCycle)) throw error
    refuse([{ code: 'parent-cycle', unitId: error.unitId, on: error.on }])
    throw error
  }
}

function keyOf(row: ClosureRow): string {
  return `${row.ancestorId} ${row.descendantId} ${row.depth} ${row.from} ${row.to ?? ''}`
}

async function knownUnits(tx: Tx): Promise<Existence[]> {
  const { rows } = await sql<Existence>`
    select unit_id as "unitId", lower(held) as "from", upper(held) as "to" from organisation.unit_version where upper_inf(recorded)`.execute(
    tx,
  )
  return rows
}

async function knownEdges(tx: Tx): Promise<Edge[]> {
  const { rows } = await sql<Edge>`
    select unit_id as "unitId", parent_id as "parentId", lower(held) as "from", upper(held) as "to"
    from organisation.unit_parent where upper_inf(recorded)`.execute(tx)
  return rows
}

async function knownRows(tx: Tx): Promise<(ClosureRow & { at: string })[]> {
  const { rows } = await sql<ClosureRow & { at: string }>`
    select ancestor_id as "ancestorId", descendant_id as "descendantId", depth, lower(held) as "from", upper(held) as "to", ctid::text as at
    from organisation.closure where upper_inf(recorded)`.execute(tx)
  return rows
}

async function closeRows(tx: Tx, places: string[]): Promise<void> {
  if (places.length === 0) return
  const { now } = recordOf(tx)
  await sql`
    update organisation.closure set recorded = tstzrange(lower(recorded), greatest(lower(recorded), ${now}::timestamptz))
    where ctid = any(${places}::tid[])`.execute(tx)
}

async function addRows(tx: Tx, rows: ClosureRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({
    ancestor_id: row.ancestorId,
    descendant_id: row.descendantId,
    depth: row.depth,
    held: period(row.from, row.to),
  }))
  await sql`
    insert into organisation.closure (ancestor_id, descendant_id, depth, held, recorded)
    select r.ancestor_id, r.descendant_id, r.depth, r.held, tstzrange(${recordOf(tx).now}::timestamptz, null)
    from jsonb_populate_recordset(null::organisation.closure, ${JSON.stringify(values)}::jsonb) r`.execute(tx)
}
