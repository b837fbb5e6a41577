import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { rankAsked, type Requirement } from '#law/requirements.ts'
import { titleStandards, titleWeights } from '#law/title-standards.ts'

/** The day asked for, and the instant as of which facts must be known: null is now, which the indexes of current facts answer. */
export type Moment = { on: string; knownAt: Date | null }

/** True for facts of the table `alias` that are known at the instant. */
export function known({ knownAt }: Moment, alias: string): RawBuilder<boolean> {
  const recorded = sql.ref(`${alias}.recorded`)
  return knownAt ? sql<boolean>`${recorded} @> ${knownAt}::timestamptz` : sql<boolean>`upper_inf(${recorded})`
}

/** Where an office begins: what the law asks of each title, and how much a title counts. Only while none is recorded. */
export async function beginStandards(tx: Tx): Promise<void> {
  const any = await tx.selectFrom('qualifications.standard').select('id').limit(1).executeTakeFirst()
  if (any) return
  await recordFacts(
    tx,
    'qualifications.standard',
    titleStandards.map((one) => ({
      title_code: one.titleCode,
      requirement: one.requirement,
      level: one.level,
      rank: rankAsked(one.requirement, one.level),
      periods: one.periods,
      document: one.document,
      article: one.article ?? null,
      verified: one.verified,
      held: period(one.from, one.to),
    })),
  )
  await recordFacts(
    tx,
    'qualifications.post_weight',
    titleWeights.map(({ titleCode, weight, from, to }) => ({ title_code: titleCode, weight, held: period(from, to) })),
  )
}

export type Standard = {
  id: string
  titleCode: string
  requirement: Requirement
  level: string | null
  rank: number
  language: string | null
  periods: number | null
  document: string
  article: string | null
  verified: boolean
  from: string | null
  to: string | null
  decisionId: string | null
}

/** What titles ask on the day, in the order of titles. */
export async function standardsOn(db: Db, moment: Moment): Promise<Standard[]> {
  const { rows } = await sql<Standard>`
    select s.id, s.title_code as "titleCode", s.requirement, s.level, s.rank, s.language, s.periods, s.document, s.article, s.verified,
      lower(s.held) as "from", upper(s.held) as "to", s.decision_id as "decisionId"
    from qualifications.standard s join organisation.title t on t.code = s.title_code
    where s.held @> ${moment.on}::date and ${known(moment, 's')} order by t.place, s.requirement`.execute(db)
  return rows
}

/** The weights that differ from the ordinary 1. */
export async function weightsOn(db: Db, moment: Moment): Promise<Map<string, number>> {
  const { rows } = await sql<{ titleCode: string; weight: number }>`
    select title_code as "titleCode", weight from qualifications.post_weight w where held @> ${moment.on}::date and ${known(moment, 'w')}`.execute(
    db,
  )
  return new Map(rows.map(({ titleCode, weight }) => [titleCode, weight]))
}

/** The fields of study that each title accepts on the day. */
export async function acceptedFieldsOn(db: Db, moment: Moment): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ titleCode: string; fields: string[] }>`
    select title_code as "titleCode", array_agg(field_code order by field_code) as fields
    from qualifications.accepted_field f where held @> ${moment.on}::date and ${known(moment, 'f')} group by title_code`.execute(db)
  return new Map(rows.map(({ titleCode, fields }) => [titleCode, fields]))
}
