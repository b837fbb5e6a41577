import type { Question } from '../measure.ts'

const from = '2020-01-01'
const to = '2024-12-31'

/** The account of five years of one unit, all its figures at once. */
export function review(question: string, as: Question['as'], unitIds: string[]): Question {
  return {
    question,
    as,
    variants: unitIds.map((id) => ({
      path: `/api/figures/review?${new URLSearchParams({ unit: id, from, to, on: to }).toString()}`,
      values: [id, from, to],
    })),
    statement,
    told: (answer) => {
      const { figures, asides } = answer as { figures: Figure[]; asides: Figure[] }
      return inOrder([...figures, ...asides].map(({ figure, value }) => [figure, value ?? 0]))
    },
    found: (rows) => inOrder(rows.map((row) => [String(row['figure']), Number(row['value'])])),
  }
}

type Figure = { figure: string; value: number | null }

function inOrder(figures: [string, number][]): [string, number][] {
  return figures.filter(([, value]) => value !== 0).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

const eight = `'{LLCT_CC,DT_NC,DT_DH,DT_CD,LLCT_TC,QLNN_CV,QLNN_CVC,BD_BCV}'::text[]`
const communeKinds = `'{commune,ward,township,special_zone}'::text[]`

const statement = `
  with unit as materialized (
    select descendant_id as id from organisation.closure where ancestor_id = $1 and upper_inf(recorded) and held @> $3::date
  ), sent as materialized (
    select s.kind, s.person_id from training.sending s
    where s.unit_id in (select id from unit) and upper_inf(s.recorded) and s.status = 'sent' and s.sent_on between $2 and $3
  ), gone as materialized (
    select descendant_id as id, held from organisation.closure
    where ancestor_id = $1 and upper_inf(recorded) and descendant_id not in (select id from unit)
  ), class as materialized (
    select c.class_id, c.kind, c.head_count from training.class_version c
    where c.opener_unit_id in (select id from unit) and upper_inf(c.recorded) and lower(c.held) between $2 and $3
  ), listed as (
    select e.class_id, count(*) as count from training.enrolment e
    where e.class_id in (select class_id from class) and upper_inf(e.recorded) group by e.class_id
  ), learners as materialized (
    select c.kind, count(*) as classes, sum(coalesce(l.count, c.head_count, 0)) as learners
    from class c left join listed l using (class_id) group by c.kind
  ), seconded as materialized (
    select exists (select from organisation.unit_version v
      where v.unit_id = m.host_unit_id and upper_inf(v.recorded) and v.held @> lower(m.held) and v.kind = any(${communeKinds})) as to_commune
    from movements.secondment m
    where upper_inf(m.recorded) and m.from_unit_id in (select id from unit) and m.held && daterange($2, $3, '[]')
  )
  select 'sent.' || kind as figure, count(*)::int as value from sent where kind = any(${eight}) group by kind
  union all select 'sent.total', count(*) from sent where kind = any(${eight})
  union all select 'sent.people', count(distinct person_id) from sent where kind = any(${eight})
  union all select 'sent.other', count(*) from sent where kind <> all(${eight})
  union all select 'sent.left', count(*) from training.sending s join gone on gone.id = s.unit_id and gone.held @> s.sent_on
    where upper_inf(s.recorded) and s.status = 'sent' and s.sent_on between $2 and $3 and s.kind = any(${eight})
  union all select 'classes.LLCT', sum(classes) from learners where kind in ('LLCT_SC', 'LLCT_TC', 'LLCT_CC', 'LLCT_CN', 'BD_CN')
  union all select 'learners.LLCT', sum(learners) from learners where kind in ('LLCT_SC', 'LLCT_TC', 'LLCT_CC', 'LLCT_CN', 'BD_CN')
  union all select 'classes.BD_CD', sum(classes) from learners where kind = 'BD_CD'
  union all select 'learners.BD_CD', sum(learners) from learners where kind = 'BD_CD'
  union all select 'learners.party_and_mass', sum(learners) from learners where kind in ('BD_XDD', 'BD_DT')
  union all select 'seconded', count(*) from seconded where to_commune
  union all select 'seconded.elsewhere', count(*) from seconded where not to_commune`
