import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { officialKinds } from '#law/official-kinds.ts'
import { addYears } from '#lib/days.ts'
import { belongs, type Asked } from '#modules/people/list-filter.sql.ts'
import { peopleFilters, type PeopleFilters } from '#modules/people/list.contract.ts'
import type { Home } from './home.contract.ts'

/** Those who serve: what the list of officials shows when nothing is filtered. */
export const servingOfficials: PeopleFilters = z.object(peopleFilters).parse({})

const bands: { from: number; to: number | null }[] = [
  { from: 0, to: 25 },
  ...[26, 31, 36, 41, 46, 51, 56].map((from) => ({ from, to: from + 4 })),
  { from: 61, to: null },
]
const degreeLevels = ['THS', 'DH', 'CD', 'TC'] as const
const theoryLevels = ['CC', 'TC', 'SC'] as const
const missingParts = ['birth', 'degree', 'identity'] as const

export type HomeCounts = Pick<
  Home,
  'total' | 'kinds' | 'bands' | 'outsideBands' | 'degrees' | 'theory' | 'studying' | 'women' | 'missing'
> & { minority: number; party: number }

/** Each number counts exactly those whom the list of officials shows under the same filters. */
export async function countHome(db: Db, asked: Asked): Promise<HomeCounts> {
  const like = (filters: Partial<PeopleFilters>) => belongs({ ...asked, filters: { ...asked.filters, ...filters } })
  const wanted: [string, RawBuilder<boolean>][] = [
    ...(Object.keys(officialKinds) as (keyof typeof officialKinds)[]).map((kind): [string, RawBuilder<boolean>] => [
      `kind.${kind}`,
      like({ officialKind: [kind] }),
    ]),
    ...bands.flatMap(({ from, to }) =>
      (['male', 'female'] as const).map((sex): [string, RawBuilder<boolean>] => [`${sex}.${from}`, inBand(sex, from, to, asked.day)]),
    ),
    ['outside', sql<boolean>`(p.birth_low is null or p.sex is null)`],
    ...degreeLevels.map((level): [string, RawBuilder<boolean>] => [`degree.${level}`, like({ degree: level })]),
    ...theoryLevels.map((level): [string, RawBuilder<boolean>] => [`theory.${level}`, like({ theory: level })]),
    ['studying', like({ studying: 'yes' })],
    ['women', sql<boolean>`p.sex = 'female'`],
    ['minority', like({ minority: 'yes' })],
    ['party', like({ party: 'member' })],
    ...missingParts.map((part): [string, RawBuilder<boolean>] => [`missing.${part}`, like({ missing: [part] })]),
  ]
  const counts = await countEach(db, asked, wanted)
  const of = (name: string) => counts[name] ?? 0
  return {
    total: of('total'),
    kinds: Object.keys(officialKinds)
      .map((kind) => ({ kind, count: of(`kind.${kind}`) }))
      .filter(({ count }) => count > 0),
    bands: bands.map(({ from, to }) => ({ from, to, men: of(`male.${from}`), women: of(`female.${from}`) })),
    outsideBands: of('outside'),
    degrees: degreeLevels.map((level) => ({ level, count: of(`degree.${level}`) })),
    theory: theoryLevels.map((level) => ({ level, count: of(`theory.${level}`) })),
    studying: of('studying'),
    women: of('women'),
    minority: of('minority'),
    party: of('party'),
    missing: missingParts.map((part) => ({ part, count: of(`missing.${part}`) })),
  }
}

async function countEach(db: Db, asked: Asked, wanted: [string, RawBuilder<boolean>][]): Promise<Record<string, number>> {
  const counts = wanted.map(([name, condition]) => sql`(count(*) filter (where ${condition}))::int as ${sql.ref(name.replace('.', '_'))}`)
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as total, ${sql.join(counts)}
    from people.profile p where ${belongs(asked)}`.execute(db)
  const row = rows[0] ?? {}
  return { total: row['total'] ?? 0, ...Object.fromEntries(wanted.map(([name]) => [name, row[name.replace('.', '_')] ?? 0])) }
}

function inBand(sex: 'male' | 'female', from: number, to: number | null, day: string): RawBuilder<boolean> {
  const young = to === null ? sql`true` : sql`p.birth_low > ${addYears(day, -to - 1)}::date`
  return sql<boolean>`(p.sex = ${sex} and p.birth_low <= ${addYears(day, -from)}::date and ${young})`
}
