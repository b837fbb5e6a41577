import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { retirementOf } from '#law/retirement.ts'
import { trainingPacksOn } from '#law/training-packs.ts'
import { fromIso } from '#lib/partial-date.ts'
import { missingStandards } from '#modules/qualifications/gap.sql.ts'
import { claimsOf, dayInYear, expiringOf, shortOfHours } from './need-facts.sql.ts'
import { needsFrom, type Lacking, type Need } from './need.ts'

export type NeedsAsked = {
  year: number
  on: string
  /** Where they serve on the day; null for everywhere. */
  unitIds: string[] | null
  personIds?: string[] | undefined
}

/** Every need of the year of those who serve in the units on the day: derived each time, never stored. */
export async function needsOf(db: Db, asked: NeedsAsked): Promise<Need[]> {
  const { year, on } = asked
  const annual = trainingPacksOn(dayInYear(asked)).annual
  const lacking = await lackingOf(db, asked)
  const expiring = await expiringOf(db, asked)
  const short = annual ? await shortOfHours(db, asked, annual.periods) : []
  const claims = await claimsOf(db, asked)
  const hoursRule = annual ? { document: annual.document, article: annual.article ?? null, verified: annual.verified } : null
  const retiresOn = await retirements(db, asked)
  return needsFrom({ year, on, lacking, expiring, short, hoursRule, claims, retiresOn })
}

/** The year's periods are asked of the year that the day lies in only. */
async function lackingOf(db: Db, { year, on, unitIds, personIds }: NeedsAsked): Promise<Lacking[]> {
  const leading = await leadingTitles(db)
  const missing = await missingStandards(db, { on, unitIds, personIds })
  return missing
    .filter(({ state, requirement }) => state === 'missing' && (requirement !== 'hours' || on.startsWith(`${year}-`)))
    .map((one) => ({ ...one, isLeader: leading.has(one.titleCode) }))
}

async function leadingTitles(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select code from organisation.title where is_leader`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

/** The last day of service by law of those who serve there. */
async function retirements(db: Db, { on, unitIds, personIds }: NeedsAsked): Promise<Map<string, string>> {
  const { rows } = await sql<{ personId: string; birth: string; sex: 'male' | 'female' }>`
    select p.person_id as "personId", p.birth, p.sex from people.profile p
    where upper_inf(p.recorded) and p.birth is not null and p.sex is not null and ${servesOn('p.person_id', { on, unitIds })}
      and ${ofPersons('p.person_id', personIds)}`.execute(db)
  return new Map(
    rows.flatMap(({ personId, birth, sex }) => {
      const born = fromIso(birth)
      return born ? [[personId, retirementOf(born, sex).lastDay]] : []
    }),
  )
}

function servesOn(person: string, { on, unitIds }: Pick<NeedsAsked, 'on' | 'unitIds'>): RawBuilder<boolean> {
  const there = unitIds ? sql`and a.unit_id = any(${unitIds}::uuid[])` : sql``
  return sql<boolean>`exists (select from people.assignment a where a.person_id = ${sql.ref(person)} and upper_inf(a.recorded) and a.held @> ${on}::date ${there})`
}

function ofPersons(person: string, personIds: string[] | undefined): RawBuilder<boolean> {
  return personIds ? sql<boolean>`${sql.ref(person)} = any(${personIds}::uuid[])` : sql<boolean>`true`
}
