import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { factTables } from './file-tables.ts'
import type { FactsKind } from './file.contract.ts'
import type { StoredFact } from './stored-fact.ts'

type Row = {
  fact: Record<string, unknown>
  from: string | null
  to: string | null
  is_known: boolean
  paper_id: string | null
  paper_code: string | null
  paper_issued_on: string | null
  paper_withdrawn_on: string | null
  run_id: string | null
  run_file: string | null
  recorded_at: Date
  recorded_by: string | null
  closed_at: Date | null
  closed_by: string | null
}

/** All facts about the person that were ever known by the instant, each kind oldest first: one statement, for one person is looked at. */
export async function factsOfPerson(
  db: Db,
  kinds: readonly FactsKind[],
  personId: string,
  knownAt: Date,
): Promise<Map<FactsKind, StoredFact[]>> {
  const { rows } = await sql<Row & { kind: FactsKind }>`
    with f as materialized (${sql.join(
      kinds.map((kind) => factsOf(kind, personId)),
      sql` union all `,
    )}), entry as (
      -- Many facts, few entries and files: each is asked for once.
      select h.id, h.actor from (select entry_id from f union select closed_entry_id from f where closed_entry_id is not null) e cross join lateral audit.head(e.entry_id) h
    ), run as (
      select d.run_id, imports.file_name(d.run_id) as file from (select distinct run_id from f where run_id is not null) d
    )
    select f.kind, f.fact, lower(f.held) as "from", upper(f.held) as "to", f.recorded @> ${knownAt}::timestamptz as is_known,
      d.id as paper_id, d.code as paper_code, d.issued_on as paper_issued_on, case when d.withdrawn_at <= ${knownAt}::timestamptz then d.withdrawn_on end as paper_withdrawn_on,
      f.run_id, r.file as run_file,
      lower(f.recorded) as recorded_at, e.actor as recorded_by,
      case when upper(f.recorded) <= ${knownAt}::timestamptz then upper(f.recorded) end as closed_at, c.actor as closed_by
    from f
    left join decisions.decision d on d.id = f.decision_id
    left join run r on r.run_id = f.run_id
    left join entry e on e.id = f.entry_id
    left join entry c on c.id = f.closed_entry_id
    where lower(f.recorded) <= ${knownAt}::timestamptz
    order by lower(f.held) nulls first, lower(f.recorded), f.id`.execute(db)
  const facts = new Map(kinds.map((kind): [FactsKind, StoredFact[]] => [kind, []]))
  for (const row of rows) facts.get(row.kind)?.push(storedFact(row))
  return facts
}

function factsOf(kind: FactsKind, personId: string): RawBuilder<unknown> {
  const { table, isTimeless } = factTables[kind]
  const held = isTimeless ? sql`null::daterange` : sql`t.held`
  return sql`select ${sql.lit(kind)} as kind, to_jsonb(t) as fact, ${held} as held, t.recorded, t.decision_id, t.run_id, t.entry_id, t.closed_entry_id, t.id
    from ${sql.table(table)} t where t.person_id = ${personId}::uuid`
}

function storedFact(row: Row): StoredFact {
  const { fact } = row
  return {
    fact,
    from: row.from,
    to: row.to,
    isKnown: row.is_known,
    entryId: String(fact['entry_id']),
    closedEntryId: typeof fact['closed_entry_id'] === 'string' ? fact['closed_entry_id'] : null,
    origin: {
      paper:
        row.paper_id && row.paper_code && row.paper_issued_on
          ? { id: row.paper_id, code: row.paper_code, issuedOn: row.paper_issued_on, withdrawnOn: row.paper_withdrawn_on }
          : null,
      run: row.run_id
        ? { id: row.run_id, fileName: row.run_file ?? '', row: typeof fact['run_row'] === 'number' ? fact['run_row'] : null }
        : null,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by ?? '',
      closed: row.closed_at ? { at: row.closed_at.toISOString(), why: String(fact['closed_why'] ?? ''), by: row.closed_by ?? '' } : null,
    },
  }
}
