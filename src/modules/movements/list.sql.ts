import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { secondmentPack } from '#law/secondment.ts'
import { addDays, addMonths } from '#lib/days.ts'
import type { Scope } from '#server/operations.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type { SecondmentRow } from './secondment.contract.ts'

export type Asked = { day: string; today: string; scope: Scope; unitIds: string[] | null; state: SecondmentRow['state'] | 'all' }
type Row = {
  id: string
  person_id: string
  name: string
  from_id: string
  from_vi: string | null
  from_en: string | null
  host_id: string
  host_vi: string | null
  host_en: string | null
  title_text: string | null
  task: string | null
  from: string
  to: string | null
  planned_end: string | null
  override_reason: string | null
  paper_id: string | null
  paper_code: string | null
  paper_issued_on: string | null
  state: SecondmentRow['state']
}

/** A stretch of the list, the latest first. */
export async function secondmentsPage(
  db: Db,
  asked: Asked,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: SecondmentRow[]; next: string | null }> {
  const [afterDay, afterId] = page.after?.split('~') ?? []
  const { rows } = await sql<Row>`
    select s.id, s.person_id, p.full_name as name, s.from_unit_id as from_id, u.name_vi as from_vi, u.name_en as from_en,
      s.host_unit_id as host_id, h.name_vi as host_vi, h.name_en as host_en, s.title_text, s.task,
      lower(s.held) as "from", upper(s.held) as "to", s.planned_end, s.override_reason,
      d.id as paper_id, d.code as paper_code, d.issued_on as paper_issued_on, ${stateOn(asked.day)} as state
    from movements.secondment s
    join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded)
    left join decisions.decision d on d.id = s.decision_id
    left join lateral (${unitThen('s.from_unit_id')}) u on true
    left join lateral (${unitThen('s.host_unit_id')}) h on true
    where ${belongs(asked)} and ${asked.state === 'all' ? sql`true` : sql`${stateOn(asked.day)} = ${asked.state}`}
      and ${afterDay && afterId ? sql`(lower(s.held), s.id) < (${afterDay}::date, ${afterId}::uuid)` : sql`true`}
    order by lower(s.held) desc, s.id desc limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown.map(rowOf), next: rows.length > page.limit && last ? `${last.from}~${last.id}` : null }
}

type Counts = Record<SecondmentRow['state'], number>

export async function secondmentCounts(db: Db, asked: Asked): Promise<{ counts: Counts; byYear: { year: number; count: number }[] }> {
  const { rows } = await sql<{ state: SecondmentRow['state']; year: number; count: number }>`
    select ${stateOn(asked.day)} as state, extract(year from lower(s.held))::int as year, count(*)::int as count
    from movements.secondment s where ${belongs(asked)} group by 1, 2 order by 2`.execute(db)
  const counts: Counts = { planned: 0, current: 0, ending: 0, ended: 0 }
  const years = new Map<number, number>()
  for (const { state, year, count } of rows) {
    counts[state] += count
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return { counts, byYear: [...years].map(([year, count]) => ({ year, count })) }
}

/** A secondment belongs to its sender, and to wherever the person is seen. */
function belongs({ scope, today, unitIds }: Asked): RawBuilder<boolean> {
  const inScope =
    scope === 'everything'
      ? sql<boolean>`true`
      : sql<boolean>`(s.from_unit_id = any(${scope.unitIds}::uuid[]) or ${personInScope(scope, today, 's.person_id')})`
  const inUnits =
    unitIds === null
      ? sql<boolean>`true`
      : sql<boolean>`(s.from_unit_id = any(${unitIds}::uuid[]) or s.host_unit_id = any(${unitIds}::uuid[]))`
  return sql<boolean>`(upper_inf(s.recorded) and ${inScope} and ${inUnits})`
}

function stateOn(day: string): RawBuilder<SecondmentRow['state']> {
  const soon = addMonths(day, secondmentPack.warnMonthsBefore)
  return sql`case
    when lower(s.held) > ${day}::date then 'planned'
    when upper(s.held) <= ${day}::date then 'ended'
    when coalesce(upper(s.held), s.planned_end, (lower(s.held) + make_interval(months => ${secondmentPack.months}::int))::date) <= ${soon}::date then 'ending'
    else 'current' end`
}

/** The unit's name when the secondment began. */
function unitThen(unit: string): RawBuilder<unknown> {
  return sql`
    select v.name_vi, v.name_en from organisation.unit_version v
    where v.unit_id = ${sql.ref(unit)} and upper_inf(v.recorded)
    order by v.held @> lower(s.held) desc, lower(v.held) limit 1`
}

function rowOf(row: Row): SecondmentRow {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    fromUnit: { id: row.from_id, vi: row.from_vi ?? '', en: row.from_en ?? '' },
    hostUnit: { id: row.host_id, vi: row.host_vi ?? '', en: row.host_en ?? '' },
    title: row.title_text,
    task: row.task,
    from: row.from,
    to: row.to,
    plannedEnd: row.planned_end,
    overrideReason: row.override_reason,
    paper:
      row.paper_id && row.paper_code && row.paper_issued_on
        ? { id: row.paper_id, code: row.paper_code, issuedOn: row.paper_issued_on }
        : null,
    state: row.state,
    limit: addDays(addMonths(row.from, secondmentPack.months), -1),
  }
}
