import { sql, type RawBuilder } from 'kysely'
import { annualPacks, trainingPacksOn } from '#law/training-packs.ts'
import { periodsHeld } from '#modules/qualifications/holding.sql.ts'
import type { HourBand } from './hours.contract.ts'
import { known, type Question } from './source/question.sql.ts'

/** Whom the yearly minimum binds: cadres, civil servants and public employees; whose kind is not recorded is taken for one. */
const bound = ['CB', 'CC', 'VC', 'CBX', 'CCX']

export type Bounds = { band: HourBand; from: number; to: number | null }

/** The yearly minimum of the law of the day; nobody's where none is known. */
export function leastOn(day: string): { periods: number; document: string; verified: boolean } | null {
  const pack = trainingPacksOn(day).annual
  return pack ? { periods: pack.periods, document: pack.document, verified: pack.verified } : null
}

/** None, less than half, the rest, and the minimum reached: 0, 1–19, 20–39, 40 and more. */
export function bandsOf(least: number | null): Bounds[] {
  const whole = least ?? annualPacks[0]?.periods ?? 40
  const half = Math.ceil(whole / 2)
  return [
    { band: 'none', from: 0, to: 0 },
    { band: 'some', from: 1, to: half - 1 },
    { band: 'most', from: half, to: whole - 1 },
    { band: 'reached', from: whole, to: null },
  ]
}

/** Everybody bound who serves in the units on the day, with the periods attended in its year and those still to come. */
export function foundHours(question: Question, least: number): RawBuilder<unknown> {
  return sql`
  select 1 as part, a.id as fact_id, a.person_id, null::uuid as class_id, 'hours' as kind, ${question.on}::date as at_day, null::date as from_day, null::date as to_day,
    a.unit_id, null::uuid as host_id, a.title_text, null::uuid as decision_id, coalesce(h.attended, 0) as times, coalesce(h.attended, 0) >= ${least}::int as meets,
    jsonb_build_object('attended', coalesce(h.attended, 0), 'attending', coalesce(h.attending, 0)) as detail
  from people.assignment a
  left join organisation.title t on t.code = a.title_code
  left join (${periodsHeld(question, null)}) h on h.person_id = a.person_id
  where ${known(question, 'a')} and a.kind = 'main' and a.held @> ${question.on}::date and a.unit_id = any(${question.units}::uuid[])
    and coalesce(a.official_kind, t.official_kind, 'CC') = any(${bound}::text[])`
}

export type HourTally = { attended: number; attending: number; people: number }

export function compileHours(question: Question, least: number): RawBuilder<HourTally> {
  return sql<HourTally>`
with found as (${foundHours(question, least)}
)
select times as attended, (detail ->> 'attending')::int as attending, count(*)::int as people from found group by 1, 2`
}

/** Those of a band; on the way is whoever lacks some that the classes under way will bring. */
export function foundInBand(question: Question, least: number, band: HourBand | 'onTheWay' | 'all'): RawBuilder<unknown> {
  const bounds = bandsOf(least).find((one) => one.band === band)
  const condition = bounds
    ? sql`times >= ${bounds.from}::int and ${bounds.to === null ? sql`true` : sql`times <= ${bounds.to}::int`}`
    : band === 'onTheWay'
      ? sql`times < ${least}::int and times + (detail ->> 'attending')::int >= ${least}::int`
      : sql`true`
  return sql`select * from (${foundHours(question, least)}) hours where ${condition}`
}
