import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { retirementMonth } from '#law/retirement.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { fromIso } from '#lib/partial-date.ts'
import { likePattern } from '#modules/organisation/resolve.sql.ts'
import { rowInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { CommitmentRow } from './commitment.contract.ts'
import { assess, standingOf, totalOf, type CostLine } from './commitment.ts'

export type Seen = { scope: Scope; sensitive: Scope; today: string; day: string }

type Row = {
  id: string
  personId: string
  name: string
  birth: string | null
  sex: 'male' | 'female' | null
  unitId: string | null
  unitVi: string | null
  unitEn: string | null
  kind: string
  sentOn: string
  outcome: string | null
  courseMonths: number
  committedMonths: number
  document: string
  serviceFrom: string | null
  costLines: CostLine[]
  lastUntil: string | null
  serviceYears: number
  repayment: CommitmentRow['repayment']
  paper: { id: string; code: string; issuedOn: string } | null
}
export type KnownCommitment = {
  row: CommitmentRow
  costLines: CostLine[]
  paper: Row['paper']
  /** What the assessment of a repayment must know. */
  facts: {
    sentOn: string
    document: string
    committedMonths: number
    serviceFrom: string | null
    costLines: CostLine[]
    serviceYears: number
  }
}

export const mostListed = 2000

/** The commitments of the condition on `c`, by name; how each stands is worked out for the day. */
export async function commitmentsWhere(db: Db, condition: RawBuilder<boolean>, seen: Seen): Promise<KnownCommitment[]> {
  const { rows } = await sql<Row>`
    select c.id, c.person_id as "personId", p.full_name as name, p.birth, p.sex, case when told.is_placed then t.unit_id end as "unitId", u.name_vi as "unitVi", u.name_en as "unitEn",
      s.kind, s.sent_on as "sentOn", s.outcome, c.course_months as "courseMonths", c.committed_months as "committedMonths", c.document,
      coalesce(c.service_from, case when s.outcome = 'completed' then s.outcome_on end) as "serviceFrom", c.cost_lines as "costLines",
      t.last_until as "lastUntil", coalesce(extract(year from age(s.sent_on, t.first_from))::int, 0) as "serviceYears",
      case when r.id is not null then jsonb_build_object('id', r.id, 'cause', r.cause, 'on', r.on_day, 'cost', r.cost, 'committedMonths', r.committed_months,
        'servedMonths', r.served_months, 'amount', r.amount, 'status', r.status, 'statusOn', r.status_on,
        'paper', (select jsonb_build_object('id', d.id, 'code', d.code, 'issuedOn', d.issued_on) from decisions.decision d where d.id = r.decision_id)) end as repayment,
      (select jsonb_build_object('id', d.id, 'code', d.code, 'issuedOn', d.issued_on) from decisions.decision d where d.id = c.decision_id) as paper
    from training.commitment c
    join people.profile p on p.person_id = c.person_id and upper_inf(p.recorded)
    -- A sending that has been recorded anew since, such as with its outcome, has another id.
    join training.sending v on v.person_id = c.person_id and v.id = c.sending_id
    join lateral (
      select s.* from training.sending s
      where s.person_id = c.person_id and s.kind = v.kind and s.sent_on = v.sent_on and upper_inf(s.recorded) and s.status = 'sent' limit 1
    ) s on true
    left join lateral (
      select r.* from training.repayment r join training.commitment b on b.person_id = r.person_id and b.id = r.commitment_id
      where r.person_id = c.person_id and b.sending_id = c.sending_id and upper_inf(r.recorded) order by lower(r.recorded) desc limit 1
    ) r on true
    left join lateral (
      select case when bool_or(upper_inf(a.held)) then null else max(upper(a.held)) end as last_until, min(lower(a.held)) as first_from,
        (array_agg(a.unit_id order by a.held @> ${seen.day}::date desc, a.kind = 'main' desc, lower(a.held) desc))[1] as unit_id
      from people.assignment a where a.person_id = c.person_id and upper_inf(a.recorded)
    ) t on true
    cross join lateral (select ${placeIsTold(seen.sensitive, seen.today, 'c.person_id', sql`${seen.day}::date`)} as is_placed) told
    left join lateral (
      select n.name_vi, n.name_en from organisation.unit_version n
      where n.unit_id = t.unit_id and upper_inf(n.recorded) order by n.held @> ${seen.day}::date desc, lower(n.held) desc limit 1
    ) u on true
    where upper_inf(c.recorded) and lower(c.held) <= ${seen.day}::date and ${rowInScope(seen.scope, seen.today, 'c')} and ${condition}
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", c.id limit ${mostListed + 1}`.execute(db)
  return rows.map((row) => known(row, seen.day))
}

/** Persons of these units on the day, or last, and whose names have the words. */
export function ledgerFilter({ unitIds, q }: { unitIds: string[] | null; q: string | undefined }): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`true`,
    ...(unitIds ? [sql<boolean>`told.is_placed and t.unit_id = any(${unitIds}::uuid[])`] : []),
    ...(q ? fold(q).split(' ') : []).map((word) => sql<boolean>`p.search like ${likePattern(word)}`),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function known(row: Row, day: string): KnownCommitment {
  const { id, personId, name, kind, sentOn, courseMonths, committedMonths, document, serviceFrom, costLines, lastUntil, serviceYears } = row
  const birth = fromIso(row.birth ?? '')
  const retiresIn = birth && row.sex ? retirementMonth(birth, row.sex) : null
  const repayment = row.repayment
  const facts = { sentOn, document, committedMonths, serviceFrom, costLines, serviceYears }
  const standing = standingOf(
    { committedMonths, serviceFrom, outcome: row.outcome, lastUntil, retiresIn, hasRepayment: repayment !== null },
    day,
  )
  const until = lastUntil !== null && lastUntil < day ? lastUntil : day
  const owedNow = standing.state === 'fulfilled' ? 0 : assess(facts, { cause: 'left', on: until, isReduced: false }).amount
  return {
    costLines,
    paper: row.paper,
    facts,
    row: {
      ...{ id, personId, name, kind, sentOn, courseMonths, committedMonths, document, serviceFrom, lastUntil, retiresIn, repayment },
      ...standing,
      unit: row.unitId ? { id: row.unitId, vi: row.unitVi ?? '', en: row.unitEn ?? '' } : null,
      cost: totalOf(costLines),
      owedNow: repayment ? repayment.amount : owedNow,
    },
  }
}
