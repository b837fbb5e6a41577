import { sql } from 'kysely'
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

/** All facts of one kind about the person that were ever known by the instant, oldest first. */
export async function factsOfPerson(db: Db, kind: FactsKind, personId: string, knownAt: Date): Promise<StoredFact[]> {
  const { table, isTimeless } = factTables[kind]
  const held = isTimeless ? sql`null::daterange` : sql`f.held`
  const { rows } = await sql<Row>`
    select to_jsonb(f) as fact, lower(${held}) as "from", upper(${held}) as "to", f.recorded @> ${knownAt}::timestamptz as is_known,
      d.id as paper_id, d.code as paper_code, d.issued_on as paper_issued_on, case when d.withdrawn_at <= ${knownAt}::timestamptz then d.withdrawn_on end as paper_withdrawn_on,
      f.run_id, imports.file_name(f.run_id) as run_file,
      lower(f.recorded) as recorded_at, e.actor as recorded_by,
      case when upper(f.recorded) <= ${knownAt}::timestamptz then upper(f.recorded) end as closed_at, c.actor as closed_by
    from ${sql.table(table)} f
    left join decisions.decision d on d.id = f.decision_id
    left join lateral audit.head(f.entry_id) e on true
    left join lateral audit.head(f.closed_entry_id) c on true
    where f.person_id = ${personId}::uuid and lower(f.recorded) <= ${knownAt}::timestamptz
    order by lower(${held}) nulls first, lower(f.recorded), f.id`.execute(db)
  return rows.map(storedFact)
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
