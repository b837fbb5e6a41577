import { sql } from 'kysely'
import { closeRecordedBy, copyFacts, endFactsOn, restoreClosedBy } from '#db/amend.ts'
import type { Db, Tx } from '#db/connect.ts'
import type { Carrier, Outcome, Passing, Touched } from '#modules/organisation/carrier.ts'

const assignment = 'people.assignment'
const membership = 'people.membership'

/** Posts and memberships go with their unit where it passes whole into another, and end where it does not. */
export const carryPeople: Carrier = {
  tables: [assignment, membership],
  touched: (db, passing) => touched(db, passing),
  carry: async (tx, passing) => {
    const ties = await tiesOf(tx, passing)
    for (const table of [assignment, membership]) {
      const ofTable = ties.filter((tie) => tie.table === table)
      await endFactsOn(
        tx,
        table,
        ofTable.map((tie) => tie.id),
        passing.on,
      )
      await continueIn(
        tx,
        table,
        ofTable.filter((tie) => tie.outcome === 'carried'),
        passing,
      )
    }
  },
  reverse: async (tx, entryId) => {
    for (const table of [assignment, membership]) {
      await closeRecordedBy(tx, table, entryId, 'undone')
      await restoreClosedBy(tx, table, entryId)
    }
  },
}

type Tie = { table: string; id: string; personId: string; title: string; fromUnitId: string; toUnitId: string | null; outcome: Outcome }

/** The ties held on the day to units that end on it, each with what becomes of it. */
async function tiesOf(db: Db, passing: Passing): Promise<Tie[]> {
  const passages = JSON.stringify(passing.passages.map(({ from, to }) => ({ from_id: from, to_id: to })))
  const { rows } = await sql<Tie>`
    with passage as (select from_id, to_id from jsonb_to_recordset(${passages}::jsonb) as p(from_id uuid, to_id uuid)),
    tie as (
      select ${assignment}::text as "table", id, person_id, unit_id, title_code, title_text, held, recorded from people.assignment
      union all
      select ${membership}::text, id, person_id, unit_id, null, coalesce(title_text, association, kind), held, recorded from people.membership
    )
    select tie."table", tie.id, tie.person_id as "personId", tie.title_text as title, tie.unit_id as "fromUnitId", p.to_id as "toUnitId",
      case when p.to_id is null then 'no-successor' when t.code is not null and not t.held @> ${passing.on}::date then 'post-ended' else 'carried' end as outcome
    from tie
    left join passage p on p.from_id = tie.unit_id
    left join organisation.title t on t.code = tie.title_code
    where tie.unit_id = any(${passing.ends}::uuid[]) and upper_inf(tie.recorded)
      -- A tie that begins on the day or later was decided with the reorganisation in mind.
      and tie.held @> ${passing.on}::date and coalesce(lower(tie.held) < ${passing.on}::date, true)`.execute(db)
  return rows
}

/** From the day on the same tie holds in the successor, by the reorganisation's own paper where it has one. */
async function continueIn(tx: Tx, table: string, ties: Tie[], { on, passages, decisionId }: Passing): Promise<void> {
  if (ties.length === 0) return
  const successors = JSON.stringify(Object.fromEntries(passages.map(({ from, to }) => [from, to])))
  await copyFacts(
    tx,
    table,
    sql<boolean>`f.id = any(${ties.map((tie) => tie.id)}::uuid[])`,
    sql`jsonb_build_object('held', daterange(${on}::date, upper(f.held))::text, 'unit_id', ${successors}::jsonb ->> f.unit_id::text,
      'from_known', true, 'decision_id', coalesce(${decisionId}::text, f.decision_id::text))`,
  )
}

async function touched(db: Db, passing: Passing): Promise<Touched[]> {
  const ties = await tiesOf(db, passing)
  const names = await namesOf(db, [...new Set(ties.map((tie) => tie.personId))])
  const places = new Map([...names.keys()].map((personId, place) => [personId, place]))
  return ties
    .map(({ table, ...tie }) => ({
      ...tie,
      tie: table === assignment ? ('post' as const) : ('membership' as const),
      personName: names.get(tie.personId) ?? '',
    }))
    .toSorted((one, other) => (places.get(one.personId) ?? 0) - (places.get(other.personId) ?? 0))
}

/** Names in the order of Vietnamese lists. */
async function namesOf(db: Db, personIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ person_id: string; full_name: string }>`
    select person_id, full_name from people.profile
    where person_id = any(${personIds}::uuid[]) and upper_inf(recorded)
    order by given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", person_id`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row.full_name]))
}
