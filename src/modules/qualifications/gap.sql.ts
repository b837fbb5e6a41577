import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Requirement } from '#law/requirements.ts'
import type { Scope } from '#server/operations.ts'
import { layoutOf, placeOf, rankIn, stateOf, type Layout } from './gap.ts'
import { heldBits, periodsHeld, postsHeld } from './holding.sql.ts'
import { acceptedFieldsOn, standardsOn, weightsOn, type Moment, type Standard } from './standard.sql.ts'

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

type Holder = {
  personId: string
  unitId: string
  titleCode: string
  titleText: string
  done: string | null
  doing: string | null
  attended: number | null
  attending: number | null
}

/** What the holders of posts lack on the day, post by post; in bulk, for all of them or for some. */
export async function missingStandards(db: Db, asked: MissingAsked): Promise<Missing[]> {
  const moment: Moment = { on: asked.on, knownAt: asked.knownAt ?? null }
  const [standards, weights, accepted] = [await standardsOn(db, moment), await weightsOn(db, moment), await acceptedFieldsOn(db, moment)]
  const layout = layoutOf(standards, [...accepted.values()].flat())
  const byTitle = Map.groupBy(standards, ({ titleCode }) => titleCode)
  const missing: Missing[] = []
  for (const holder of await holders(db, asked, moment, layout)) {
    for (const standard of byTitle.get(holder.titleCode) ?? []) {
      const { state, found } = judged(layout, standard, accepted.get(holder.titleCode) ?? [], holder)
      if (state !== 'met') missing.push(missingOf(holder, standard, { state, found, weight: weights.get(holder.titleCode) ?? 1 }))
    }
  }
  return missing
}

async function holders(db: Db, asked: MissingAsked, moment: Moment, layout: Layout): Promise<Holder[]> {
  const some = asked.unitIds !== null || asked.personIds !== undefined ? 'post' : null
  const asking = {
    ...moment,
    unitIds: asked.unitIds,
    personIds: asked.personIds,
    scope: asked.scope ?? 'everything',
    today: asked.on,
  } as const
  const { rows } = await sql<Holder>`
    with post as materialized (${postsHeld(asking)}), bits as (${heldBits(moment, layout, some)}), hours as (${periodsHeld(moment, some)})
    select p.person_id as "personId", p.unit_id as "unitId", p.title_code as "titleCode", t.name_vi as "titleText",
      b.done::text as done, b.doing::text as doing, h.attended, h.attending
    from post p join organisation.title t on t.code = p.title_code
    left join bits b on b.person_id = p.person_id left join hours h on h.person_id = p.person_id`.execute(db)
  return rows
}

/** By what is finished, else by what is being studied; `found` is the rank or the periods there are. */
function judged(
  layout: Layout,
  standard: Standard,
  fields: readonly string[],
  holder: Holder,
): { state: 'met' | 'studying' | 'missing'; found: number } {
  const { done, doing, attended, attending } = holder
  if (standard.requirement === 'hours') {
    const [periods, have] = [standard.periods ?? 0, attended ?? 0]
    return { state: stateOf(have >= periods, have + (attending ?? 0) >= periods), found: have }
  }
  const isSet = (bits: string | null, place: number | null | undefined) => typeof place === 'number' && bits?.[place] === '1'
  if (standard.requirement === 'field') {
    const accepts = (bits: string | null) => fields.some((code) => isSet(bits, layout.fields.get(code)))
    return { state: stateOf(accepts(done), accepts(doing)), found: 0 }
  }
  const place = placeOf(layout, standard)
  return { state: stateOf(isSet(done, place), isSet(doing, place)), found: rankIn(layout, standard, done ?? '') }
}

function missingOf(
  holder: Holder,
  standard: Standard,
  rest: Pick<Missing, 'found' | 'weight'> & { state: 'missing' | 'studying' },
): Missing {
  return {
    personId: holder.personId,
    unitId: holder.unitId,
    titleCode: holder.titleCode,
    titleText: holder.titleText,
    requirement: standard.requirement,
    level: standard.level,
    rank: standard.rank,
    language: standard.language,
    periods: standard.periods,
    standardId: standard.id,
    document: standard.document,
    article: standard.article,
    verified: standard.verified,
    ...rest,
  }
}
