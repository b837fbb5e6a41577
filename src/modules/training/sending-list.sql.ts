import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { likePattern } from '#modules/organisation/resolve.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { SendingRow } from './sending.contract.ts'

export type SendingFilters = {
  q?: string | undefined
  kind?: string[] | undefined
  from?: string | undefined
  to?: string | undefined
  outcome?: string | undefined
}
export type SendingsAsked = {
  filters: SendingFilters
  day: string
  today: string
  scope: Scope
  /** Whom the caller sees closely. */
  sensitive: Scope
  unitIds: string[] | null
}

type Row = Omit<SendingRow, 'unit' | 'paper'> & {
  unit_id: string
  unit_vi: string | null
  unit_en: string | null
  paper_id: string | null
  paper_code: string | null
  paper_issued_on: string | null
}

/** A stretch of the list, the latest sent first. */
export async function sendingsPage(
  db: Db,
  asked: SendingsAsked,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: SendingRow[]; next: string | null }> {
  const [afterDay, afterId] = page.after?.split('~') ?? []
  const { rows } = await sql<Row>`
    select s.id, s.person_id as "personId", p.full_name as name, s.kind, s.unit_id, u.name_vi as unit_vi, u.name_en as unit_en,
      case when ${placeIsTold(asked.sensitive, asked.today, 's.person_id', sql`s.sent_on`)} then s.title_text end as title,
      s.sent_on as "sentOn", lower(s.study) as "studyFrom", upper(s.study) as "studyTo", s.study_text as "studyText", s.institution, s.outcome, s.status,
      d.id as paper_id, d.code as paper_code, d.issued_on as paper_issued_on
    from training.sending s
    join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded)
    left join decisions.decision d on d.id = s.decision_id
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = s.unit_id and upper_inf(v.recorded) order by v.held @> s.sent_on desc, lower(v.held) desc limit 1
    ) u on true
    where ${belongs(asked)} and ${afterDay && afterId ? sql`(s.sent_on, s.id) < (${afterDay}::date, ${afterId}::uuid)` : sql`true`}
    order by s.sent_on desc, s.id desc limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown.map(rowOf), next: rows.length > page.limit && last ? `${last.sentOn}~${last.id}` : null }
}

export async function sendingTotals(
  db: Db,
  asked: SendingsAsked,
): Promise<{ total: number; people: number; byMonth: { month: string; count: number }[] }> {
  const { rows } = await sql<{ total: number; people: number }>`
    select count(*)::int as total, count(distinct s.person_id)::int as people
    from training.sending s join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded) where ${belongs(asked)}`.execute(
    db,
  )
  const months = await sql<{ month: string; count: number }>`
    select to_char(s.sent_on, 'YYYY-MM') as month, count(*)::int as count
    from training.sending s join people.profile p on p.person_id = s.person_id and upper_inf(p.recorded) where ${belongs(asked)} group by 1 order by 1`.execute(
    db,
  )
  return { ...(rows[0] ?? { total: 0, people: 0 }), byMonth: months.rows }
}

/** A sending belongs to the unit where the person served when sent, and to wherever the person is seen. */
function belongs({ filters, scope, today, day, unitIds }: SendingsAsked): RawBuilder<boolean> {
  const { q, kind, from, to, outcome } = filters
  const conditions = [
    sql<boolean>`upper_inf(s.recorded) and s.sent_on <= ${day}::date`,
    scope === 'everything'
      ? sql<boolean>`true`
      : sql<boolean>`(s.unit_id = any(${scope.unitIds}::uuid[]) or ${personInScope(scope, today, 's.person_id')})`,
    ...(unitIds ? [sql<boolean>`s.unit_id = any(${unitIds}::uuid[])`] : []),
    ...(q
      ? fold(q)
          .split(' ')
          .map((word) => sql<boolean>`p.search like ${likePattern(word)}`)
      : []),
    ...(kind ? [sql<boolean>`s.kind = any(${kind}::text[])`] : []),
    ...(from ? [sql<boolean>`s.sent_on >= ${from}::date`] : []),
    ...(to ? [sql<boolean>`s.sent_on <= ${to}::date`] : []),
    ...(outcome ? [outcome === 'none' ? sql<boolean>`s.outcome is null and s.status = 'sent'` : sql<boolean>`s.outcome = ${outcome}`] : []),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function rowOf({ unit_id, unit_vi, unit_en, paper_id, paper_code, paper_issued_on, ...row }: Row): SendingRow {
  return {
    ...row,
    unit: { id: unit_id, vi: unit_vi ?? '', en: unit_en ?? '' },
    paper: paper_id && paper_code && paper_issued_on ? { id: paper_id, code: paper_code, issuedOn: paper_issued_on } : null,
  }
}
