import { sql, type RawBuilder } from 'kysely'
import type { Requirement } from '#law/requirements.ts'
import { half, type GapState } from './gap.ts'
import { wordColumns } from './holding.sql.ts'
import type { Rules } from './rules.sql.ts'

/** What titles ask as a relation of SQL: `asks` has one row a title, numbered from 1 in the order of `titles`. */
export type Asks = { titles: readonly string[]; requirements: readonly Requirement[]; as: (alias: string) => RawBuilder<unknown> }

/** Only requirements that some title asks; `only` narrows them to one. */
export function asksOf(rules: Rules, titles: readonly string[], only: Requirement | null = null): Asks {
  const of = titles.map((code) => new Map((rules.of.get(code) ?? []).map((rule) => [rule.standard.requirement, rule])))
  const asked = new Set(of.flatMap((byRequirement) => [...byRequirement.keys()]))
  const requirements = [...asked].filter((requirement) => only === null || only === requirement)
  const words = wordColumns(rules.layout)
  const columns = requirements.flatMap((requirement) => [
    { name: `${requirement}_periods`, values: of.map((each) => each.get(requirement)?.standard.periods ?? null) },
    ...wordsOf(requirement, words).map((word) => ({
      name: `${requirement}_${word}`,
      values: of.map((each) => each.get(requirement)?.test?.[words.indexOf(word)] ?? null),
    })),
  ])
  const arrays = [sql`${titles}::text[]`, ...columns.map(({ values }) => sql`${values}::bigint[]`)]
  const names = sql.join(['title_code', ...columns.map(({ name }) => name), 'place'].map((name) => sql.ref(name)))
  return { titles, requirements, as: (alias) => sql`unnest(${sql.join(arrays)}) with ordinality ${sql.ref(alias)} (${names})` }
}

/**
 * 0 not asked, 1 met, 2 being studied, 3 missing: what `stateOf` says, of the holding `held` under the row `ask` of what its title asks.
 * Where only hours are asked `requirement_periods` is set, else the masks are.
 */
export function stateCode(rules: Rules, requirement: Requirement, held: string, ask: string): RawBuilder<number> {
  const of = (column: string) => sql.ref(`${ask}.${requirement}_${column}`)
  if (requirement === 'hours') {
    const attended = sql`coalesce(${sql.ref(`${held}.attended`)}, 0)`
    return sql<number>`case when ${of('periods')} is null then 0 when ${attended} >= ${of('periods')} then 1
      when ${attended} + coalesce(${sql.ref(`${held}.attending`)}, 0) >= ${of('periods')} then 2 else 3 end`
  }
  const words = wordsOf(requirement, wordColumns(rules.layout))
  const any = (shift: number) =>
    sql.join(
      words.map((word) => sql`(${sql.ref(`${held}.${word}`)} >> ${sql.lit(shift)}) & ${of(word)} <> 0`),
      sql` or `,
    )
  return sql<number>`case when ${of(words[0] ?? 'w0')} is null then 0 when ${any(0)} then 1 when ${any(half)} then 2 else 3 end`
}

/** The states of all requirements in one number, two bits each in the order of `requirements`. */
export function statesCode(rules: Rules, { requirements }: Asks, held: string, ask: string): RawBuilder<number> {
  if (requirements.length === 0) return sql<number>`0`
  const codes = requirements.map((requirement, place) => sql`((${stateCode(rules, requirement, held, ask)}) << ${sql.lit(2 * place)})`)
  return sql<number>`(${sql.join(codes, sql` | `)})`
}

const byCode: readonly (GapState | null)[] = [null, 'met', 'studying', 'missing']

export function stateOfCode(code: number): GapState | null {
  return byCode[code] ?? null
}

export function codeOfState(state: GapState): number {
  return byCode.indexOf(state)
}

export function statesOfCode({ requirements }: Asks, code: number): Map<Requirement, GapState> {
  return new Map(
    requirements.flatMap((requirement, place) => {
      const state = stateOfCode((code >> (2 * place)) & 3)
      return state ? [[requirement, state]] : []
    }),
  )
}

/** Levels stand in the first word, fields of study and languages in the others. */
function wordsOf(requirement: Requirement, words: readonly string[]): readonly string[] {
  if (requirement === 'hours') return []
  return requirement === 'field' || requirement === 'language' ? words.slice(1) : words.slice(0, 1)
}
