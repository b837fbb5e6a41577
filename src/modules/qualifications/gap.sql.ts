import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Requirement } from '#law/requirements.ts'
import type { Scope } from '#server/operations.ts'
import { title } from '#law/titles.ts'
import { foundOf, stateOf, type Holding, type Layout } from './gap.ts'
import { holdingOf, holdings, postsHeld, wordColumns } from './holding.sql.ts'
import { rulesOn, type Rules } from './rules.sql.ts'
import type { Moment, Standard } from './standard.sql.ts'

/** One standard of one post that its holder does not meet on the day. */
export type Missing = {
  personId: string
  unitId: string
  titleCode: string
  titleText: string
  requirement: Requirement
  level: string | null
  rank: number
  language: string | null
  /** Periods a year, where hours are asked. */
  periods: number | null
  standardId: string
  document: string
  article: string | null
  verified: boolean
  /** How much the post counts. */
  weight: number
  state: 'missing' | 'studying'
  /** The best rank held, or the periods attended this year. */
  found: number
}

export type MissingAsked = {
  on: string
  unitIds: string[] | null
  personIds?: string[] | undefined
  /** Whom the reader may see; absent: whomever the database shows. */
  scope?: Scope | undefined
  knownAt?: Date | null | undefined
}

type Holder = Pick<Missing, 'personId' | 'unitId' | 'titleCode'> & Holding

/** What the holders of posts lack on the day, post by post; in bulk, for all of them or for some. */
export async function missingStandards(db: Db, asked: MissingAsked): Promise<Missing[]> {
  const moment: Moment = { on: asked.on, knownAt: asked.knownAt ?? null }
  const rules = await rulesOn(db, moment)
  const missing: Missing[] = []
  for (const holder of await holders(db, asked, moment, rules.layout)) {
    for (const { standard, test } of rules.of.get(holder.titleCode) ?? []) {
      const state = stateOf(test, holder, standard.periods)
      if (state !== 'met') missing.push(missingOf(holder, standard, { state, found: foundOf(rules.layout, standard, holder) }, rules))
    }
  }
  return missing
}

async function holders(db: Db, asked: MissingAsked, moment: Moment, layout: Layout): Promise<Holder[]> {
  const { unitIds, personIds, scope = 'everything' } = asked
  const some = unitIds !== null || personIds !== undefined ? 'post' : null
  const words = wordColumns(layout)
  const { rows } = await sql<Pick<Holder, 'personId' | 'unitId' | 'titleCode'> & Record<string, number | null>>`
    with post as materialized (${postsHeld({ ...moment, unitIds, personIds, scope, today: asked.on })}),
      held as (${holdings(moment, layout, { persons: some })})
    select p.person_id as "personId", p.unit_id as "unitId", p.title_code as "titleCode", ${sql.join(words.map((word) => sql.ref(`held.${word}`)))},
      held.attended, held.attending
    from post p left join held on held.person_id = p.person_id`.execute(db)
  return rows.map((row) => ({ personId: row.personId, unitId: row.unitId, titleCode: row.titleCode, ...holdingOf(row, words) }))
}

function missingOf(holder: Holder, standard: Standard, lacks: { state: 'missing' | 'studying'; found: number }, rules: Rules): Missing {
  return {
    personId: holder.personId,
    unitId: holder.unitId,
    titleCode: holder.titleCode,
    titleText: title(holder.titleCode)?.name.vi ?? holder.titleCode,
    requirement: standard.requirement,
    level: standard.level,
    rank: standard.rank,
    language: standard.language,
    periods: standard.periods,
    standardId: standard.id,
    document: standard.document,
    article: standard.article,
    verified: standard.verified,
    weight: rules.weightOf(holder.titleCode),
    state: lacks.state,
    found: lacks.found,
  }
}
