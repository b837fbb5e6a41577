import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordFacts, recordOf } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { newId } from '#lib/id.ts'
import { recordIdentities, type NewIdentity } from './identity.sql.ts'
import type { Alike } from './merge.ts'

type Fact = Record<string, unknown> & { id: string }

export async function alikeOf(db: Db, personId: string): Promise<Alike | undefined> {
  const { rows } = await sql<Alike>`
    select person_id as "personId", full_name as name, birth, sex from people.profile where person_id = ${personId}::uuid and upper_inf(recorded)`.execute(
    db,
  )
  return rows[0]
}

/** Moves every fact of the merged file to the kept one, those it has already left out; the merged file is closed whole. */
export async function moveFacts(tx: Tx, keepers: readonly FactKeeper[], kept: string, merged: string): Promise<number> {
  let moved = 0
  for (const { table, close } of keepers.filter(({ hasPerson }) => hasPerson)) {
    const facts = await factsKnown(tx, table, merged)
    const own = new Set((await factsKnown(tx, table, kept)).map(content))
    await close(
      tx,
      facts.map(({ id }) => id),
      'merged',
    )
    if (table === 'people.profile') continue
    const wanted = facts.filter((fact) => !own.has(content(fact)))
    await recordFor(tx, table, kept, wanted)
    moved += wanted.length
  }
  return moved
}

export async function noteMerge(tx: Tx, kept: string, merged: string): Promise<string> {
  const { now, entryId } = recordOf(tx)
  const id = newId(now.getTime())
  await sql`insert into people.merge (id, kept_id, merged_id, merged_at, entry_id, scope)
    select ${id}, ${kept}, ${merged}, ${now}, ${entryId}, scope from people.person where person_id = ${kept}::uuid`.execute(tx)
  await sql`update people.person set removed_at = ${now} where person_id = ${merged}::uuid`.execute(tx)
  noteChange(tx, { table: 'people.merge', done: 'recorded', count: 1, after: { kept, merged } })
  return id
}

export type Merge = { id: string; mergedId: string; entryId: string }

export async function lockMerge(tx: Tx, personId: string, mergeId: string): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    select id, merged_id as "mergedId", entry_id as "entryId" from people.merge
    where id = ${mergeId}::uuid and kept_id = ${personId}::uuid and reversed_at is null for update`.execute(tx)
  return rows[0]
}

/** Facts that the merge moved and someone has changed since. */
export async function changedSince(tx: Tx, keepers: readonly FactKeeper[], entryId: string): Promise<number> {
  let changed = 0
  for (const { table } of keepers.filter(({ hasPerson }) => hasPerson)) {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::int as count from ${sql.table(table)} where entry_id = ${entryId}::uuid and not upper_inf(recorded)`.execute(tx)
    changed += rows[0]?.count ?? 0
  }
  return changed
}

/** Takes the moved facts back and gives the merged file all it had. */
export async function moveBack(tx: Tx, keepers: readonly FactKeeper[], merge: Merge): Promise<void> {
  const { now, entryId } = recordOf(tx)
  for (const { table, close, restore } of keepers.filter(({ hasPerson }) => hasPerson)) {
    const { rows } = await sql<{
      id: string
    }>`select id from ${sql.table(table)} where entry_id = ${merge.entryId}::uuid and upper_inf(recorded)`.execute(tx)
    await close(
      tx,
      rows.map(({ id }) => id),
      'split',
    )
    await restore(tx, merge.entryId)
  }
  await sql`update people.person set removed_at = null where person_id = ${merge.mergedId}::uuid`.execute(tx)
  await sql`update people.merge set reversed_at = ${now}, reversed_entry_id = ${entryId} where id = ${merge.id}::uuid`.execute(tx)
}

/** The files that were merged into this one. */
export async function mergesInto(db: Db, personId: string): Promise<{ id: string; name: string; birth: string | null; at: string }[]> {
  const { rows } = await sql<{ id: string; name: string; birth: string | null; at: Date }>`
    select m.id, p.full_name as name, p.birth, m.merged_at as at
    from people.merge m join people.profile p on p.person_id = m.merged_id and p.closed_entry_id = m.entry_id
    where m.kept_id = ${personId}::uuid and m.reversed_at is null order by m.merged_at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function factsKnown(tx: Tx, table: string, personId: string): Promise<Fact[]> {
  const { rows } = await sql<{
    fact: Fact
  }>`select to_jsonb(f) as fact from ${sql.table(table)} f where f.person_id = ${personId}::uuid and upper_inf(f.recorded) for update`.execute(
    tx,
  )
  return rows.map(({ fact }) => fact)
}

const ofTheRecord = [
  'id',
  'person_id',
  'scope',
  'recorded',
  'entry_id',
  'closed_entry_id',
  'closed_why',
  'decision_id',
  'run_id',
  'run_row',
]

/** What a fact says, whoever recorded it. */
function content(fact: Fact): string {
  return JSON.stringify(
    Object.entries(fact)
      .filter(([name]) => !ofTheRecord.includes(name))
      .toSorted(),
  )
}

async function recordFor(tx: Tx, table: string, personId: string, facts: Fact[]): Promise<void> {
  if (table === 'people.identity') {
    await recordIdentities(
      tx,
      facts.map((fact) => identityOf(fact, personId)),
    )
    return
  }
  const rows = facts.map(
    ({ id: _id, recorded: _recorded, scope: _scope, entry_id: _entry, closed_entry_id: _closed, closed_why: _why, ...columns }) => ({
      ...columns,
      person_id: personId,
    }),
  )
  await recordFacts(tx, table, rows)
}

function identityOf(fact: Fact, personId: string): NewIdentity {
  const [from = '', to = ''] = String(fact['held'])
    .replaceAll(/[[\]()]/g, '')
    .split(',')
  const text = (name: string) => (typeof fact[name] === 'string' ? fact[name] : null)
  // The table's own check allows no other kind.
  return {
    personId,
    kind: fact['kind'] as NewIdentity['kind'],
    number: String(fact['number']),
    from,
    to: to || null,
    decisionId: text('decision_id'),
    runId: text('run_id'),
  }
}
