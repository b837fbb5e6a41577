import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { educationLevels } from '#law/education-levels.ts'
import { ethnicGroups, isEthnicMinority } from '#law/ethnic-groups.ts'
import { officialKinds } from '#law/official-kinds.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { addYears } from '#lib/days.ts'
import { belongs, type Asked } from '#modules/people/list-filter.sql.ts'
import { peopleFilters, type PeopleFilters } from '#modules/people/list.contract.ts'
import { rowInScope } from '#modules/people/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { Home } from './home.contract.ts'

/** Those who serve: what the list of officials shows when nothing is filtered. */
export const servingOfficials: PeopleFilters = z.object(peopleFilters).parse({})

const bands: { from: number; to: number | null }[] = [
  { from: 0, to: 25 },
  ...[26, 31, 36, 41, 46, 51, 56].map((from) => ({ from, to: from + 4 })),
  { from: 61, to: null },
]
const degreeLevels = ['THS', 'DH', 'CD', 'TC'] as const
const theoryShown = ['CC', 'TC', 'SC'] as const
const missingParts = ['birth', 'degree', 'identity'] as const
const kinds = Object.keys(officialKinds)
const minorities = ethnicGroups.map(({ code }) => code).filter(isEthnicMinority)

type Condition = RawBuilder<boolean>
export type HomeCounts = Pick<Home, 'kinds' | 'bands' | 'outsideBands' | 'degrees' | 'theory' | 'missing'> & {
  total: number
  studying: number
  women: number
  minority: number
  party: number
}

/** Each number counts those whom the list of officials shows under the filter that its link names; a test holds the two together. */
export async function countHome(db: Db, asked: Asked): Promise<HomeCounts> {
  const counts = await countEach(db, asked, [
    ...kinds.map((kind): [string, Condition] => [`kind_${kind}`, sql`${kind} = any(p.kinds)`]),
    ...bands.flatMap(({ from, to }) =>
      (['male', 'female'] as const).map((sex): [string, Condition] => [`${sex}_${from}`, inBand(sex, from, to, asked.day)]),
    ),
    ['outside', sql`p.birth_low is null or p.sex is null`],
    ...degreeLevels.map((level): [string, Condition] => [`degree_${level}`, sql`p.degree >= ${educationLevels[level].rank}`]),
    ...theoryShown.map((level): [string, Condition] => [`theory_${level}`, sql`p.theory >= ${theoryLevels[level].rank}`]),
    ['studying', sql`p.studying`],
    ['women', sql`p.sex = 'female'`],
    ['minority', sql`p.is_open and p.ethnicity = any(${minorities}::text[])`],
    ['party', sql`p.is_open and p.party_joined is not null`],
    ['missing_birth', sql`p.birth is null or p.birth_low <> p.birth_high`],
    ['missing_degree', sql`p.degree is null`],
    ['missing_identity', sql`p.is_open and not p.is_identified`],
  ])
  const of = (name: string) => counts[name] ?? 0
  return {
    total: of('total'),
    kinds: kinds.map((kind) => ({ kind, count: of(`kind_${kind}`) })).filter(({ count }) => count > 0),
    bands: bands.map(({ from, to }) => ({ from, to, men: of(`male_${from}`), women: of(`female_${from}`) })),
    outsideBands: of('outside'),
    degrees: degreeLevels.map((level) => ({ level, count: of(`degree_${level}`) })),
    theory: theoryShown.map((level) => ({ level, count: of(`theory_${level}`) })),
    studying: of('studying'),
    women: of('women'),
    minority: of('minority'),
    party: of('party'),
    missing: missingParts.map((part) => ({ part, count: of(`missing_${part}`) })),
  }
}

const nothingOfProfile = sql`null, null, null, null, null, null, false`

/** One pass: who they are is found once, then what is known of each is laid together; no join can go wrong by a wrong guess of how many. */
async function countEach(db: Db, asked: Asked, wanted: [string, Condition][]): Promise<Record<string, number>> {
  const day = sql`${asked.day}::date`
  const counts = wanted.map(([name, condition]) => sql`(count(*) filter (where ${condition}))::int as ${sql.ref(name)}`)
  const { rows } = await sql<Record<string, number>>`
    with serving as materialized (
      select p.person_id, p.sex, p.birth, p.birth_low, p.birth_high, p.ethnicity, p.party_joined, ${isOpen(asked)} as is_open
      from people.profile p where ${belongs(asked)}
    ), known as (
      select person_id, sex, birth, birth_low, birth_high, ethnicity, party_joined, is_open,
        null::int as degree, null::int as theory, false as studying, null::text as kind, false as is_identified
      from serving
      union all
      select q.person_id, ${nothingOfProfile},
        case when q.kind = 'degree' and q.state = 'finished' then q.rank end, case when q.kind = 'theory' and q.state = 'finished' then q.rank end,
        q.state = 'studying', null, false
      from qualifications.qualification q join serving using (person_id) where upper_inf(q.recorded) and q.held @> ${day}
      union all
      select a.person_id, ${nothingOfProfile}, null, null, false, a.official_kind, false
      from people.assignment a join serving using (person_id) where upper_inf(a.recorded) and a.held @> ${day}
      union all
      select s.person_id, ${nothingOfProfile}, null, null, true, null, false
      from training.sending s join serving using (person_id)
      where upper_inf(s.recorded) and s.status = 'sent' and s.outcome is null and s.held @> ${day}
      union all
      select i.person_id, ${nothingOfProfile}, null, null, false, null, true
      from people.identity i join serving using (person_id) where i.kind = 'cccd' and upper_inf(i.recorded)
    ), p as (
      select max(sex) as sex, max(birth) as birth, max(birth_low) as birth_low, max(birth_high) as birth_high, max(ethnicity) as ethnicity,
        max(party_joined) as party_joined, bool_or(is_open) as is_open, max(degree) as degree, max(theory) as theory, bool_or(studying) as studying,
        array_agg(kind) as kinds, bool_or(is_identified) as is_identified
      from known group by person_id
    )
    select count(*)::int as total, ${sql.join(counts)}
    from p`.execute(db)
  return rows[0] ?? {}
}

/** Whose sensitive fields count for this reader; where all of the scope is open, or none, no person need be asked. */
function isOpen({ scope, sensitive, today }: Asked): Condition {
  if (JSON.stringify(sensitive) === JSON.stringify(scope)) return sql`true`
  return reachesNobody(sensitive) ? sql`false` : rowInScope(sensitive, today, 'p')
}

function reachesNobody(scope: Scope): boolean {
  return scope !== 'everything' && scope.unitIds.length === 0 && scope.personId === null
}

function inBand(sex: 'male' | 'female', from: number, to: number | null, day: string): Condition {
  const young = to === null ? sql`true` : sql`p.birth_low > ${addYears(day, -to - 1)}::date`
  return sql`p.sex = ${sex} and p.birth_low <= ${addYears(day, -from)}::date and ${young}`
}
