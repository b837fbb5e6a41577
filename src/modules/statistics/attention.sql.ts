import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { retirementBands } from '#law/retirement.ts'
import { secondmentPack } from '#law/secondment.ts'
import { addMonths } from '#lib/days.ts'
import { belongs, type Asked } from '#modules/people/list-filter.sql.ts'
import { attentionKinds, type AttentionKind } from './home.contract.ts'

export type AttentionRow = {
  person_id: string
  full_name: string
  unit_id: string | null
  unit_vi: string | null
  unit_en: string | null
  title_text: string | null
  on_day: string
}

/** How many need attention for each reason: those by age in one pass over the officials, and the seconded in one. */
export async function countAttention(db: Db, asked: Asked): Promise<{ what: AttentionKind; count: number }[]> {
  const counts = new Map<string, number>()
  for (const kinds of [attentionKinds.filter(isOfSecondments), attentionKinds.filter((what) => !isOfSecondments(what))]) {
    const [first] = kinds
    if (!first) continue
    const columns = kinds.map((what) => sql`(count(*) filter (where ${isDue(what, asked)}))::int as ${sql.id(what)}`)
    const { rows } = await sql<Record<string, number>>`
      select ${sql.join(columns)} from (${needing(first, asked, sql`true`)}) due`.execute(db)
    for (const what of kinds) counts.set(what, rows[0]?.[what] ?? 0)
  }
  return attentionKinds.map((what) => ({ what, count: counts.get(what) ?? 0 }))
}

/** By the day it falls on, the nearest first. */
export async function attentionList(db: Db, what: AttentionKind, asked: Asked): Promise<AttentionRow[]> {
  const { rows } = await sql<AttentionRow>`
    select n.person_id, n.full_name, n.on_day, post.unit_id, post.title_text, v.name_vi as unit_vi, v.name_en as unit_en
    from (${needing(what, asked)}) n
    left join lateral (
      select a.unit_id, a.title_text from people.assignment a
      where a.person_id = n.person_id and upper_inf(a.recorded) and a.held @> ${asked.day}::date
      order by a.kind = 'main' desc, a.id limit 1
    ) post on true
    left join organisation.unit_version v on v.unit_id = post.unit_id and upper_inf(v.recorded) and v.held @> ${asked.day}::date
    order by n.on_day, n.given collate "vi-x-icu", n.family collate "vi-x-icu", n.middle collate "vi-x-icu", n.person_id
    limit 500`.execute(db)
  return rows
}

function needing(what: AttentionKind, asked: Asked, when = isDue(what, asked)): RawBuilder<unknown> {
  return isOfSecondments(what) ? seconded(asked, when) : retiring(asked, when)
}

function isOfSecondments(what: AttentionKind): boolean {
  return what === 'secondment-ending' || what === 'secondment-past'
}

/** Whether the day `due.on_day` calls for attention on the day asked for. */
function isDue(what: AttentionKind, { day }: Asked): RawBuilder<unknown> {
  switch (what) {
    case 'secondment-ending':
      return sql`due.on_day between ${day}::date and ${addMonths(day, secondmentPack.warnMonthsBefore)}::date`
    case 'secondment-past':
    case 'retired-by-age':
      return sql`due.on_day < ${day}::date`
    case 'retiring-12':
      return sql`due.on_day between ${day}::date and ${addMonths(day, 12)}::date`
    case 'retiring-24':
      return sql`due.on_day between ${day}::date and ${addMonths(day, 24)}::date`
  }
}

/** Secondments that last on the day; due on the planned last day, else the recorded one. */
function seconded(asked: Asked, when: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.person_id, p.full_name, p.given, p.family, p.middle, due.on_day
    from people.profile p
    join movements.secondment m on m.person_id = p.person_id and upper_inf(m.recorded) and m.held @> ${asked.day}::date
    cross join lateral (select coalesce(m.planned_end, upper(m.held) - 1) as on_day) due
    where ${belongs(asked)} and ${when}`
}

/** Officials by the day the retirement age of their birth month and sex is full (the law's own table). */
function retiring(asked: Asked, when: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.person_id, p.full_name, p.given, p.family, p.middle, due.on_day
    from people.profile p
    cross join lateral (${retirementDay()}) due
    where ${belongs(asked)} and ${when}`
}

// Written into the statement: it is asked for each official, and a list of values is the quickest to go through.
const ages = sql.join(
  Object.entries(retirementBands).flatMap(([sex, bands]) =>
    bands.map(
      ({ bornFrom, years, months }) => sql`(${sql.lit(sex)}, ${sql.lit(firstDay(bornFrom))}::date, ${sql.lit(years * 12 + months)})`,
    ),
  ),
)

/** '1966-05' begins on its first day; the first band ('0000-01') began before anybody. */
function firstDay(month: string): string {
  return `${month.replace(/^0000/, '0001')}-01`
}

/** The last day of the month in which the profile `p` reaches the age; the same as `retirementOf` of the law. */
export function retirementDay(): RawBuilder<{ on_day: string }> {
  return sql<{ on_day: string }>`
    select (date_trunc('month', p.birth_low) + make_interval(months => age.months + 1) - interval '1 day')::date as on_day
    from (values ${ages}) as age(sex, born_from, months)
    where age.sex = p.sex and age.born_from <= p.birth_low
    order by age.born_from desc limit 1`
}
