import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { fieldOfStudy } from '#law/fields-of-study.ts'
import { requirementCodes } from '#law/requirements.ts'
import type { ListedStandard, TitleStandards } from './standard.contract.ts'
import { known, weightsOn, type Moment } from './standard.sql.ts'

type Title = { code: string; vi: string; en: string; level: 'district' | 'commune'; isLeader: boolean }
type Field = { titleCode: string; id: string; code: string; from: string | null; to: string | null }
type Listed = Omit<ListedStandard, 'decision'> & { titleCode: string; decisionId: string | null; decisionCode: string | null }

/** All titles there are on the day, in their order, each with what it asks, the fields it accepts and how much it counts. */
export async function titleStandardsOn(db: Db, moment: Moment): Promise<TitleStandards[]> {
  const { rows: titles } = await sql<Title>`
    select code, name_vi as vi, name_en as en, level, is_leader as "isLeader" from organisation.title where held @> ${moment.on}::date order by place`.execute(
    db,
  )
  const standards = Map.groupBy(await listed(db, moment), ({ titleCode }) => titleCode)
  const fields = Map.groupBy(await fieldsListed(db, moment), ({ titleCode }) => titleCode)
  const weights = await weightsOn(db, moment)
  return titles.map(({ code, vi, en, level, isLeader }) => ({
    code,
    name: { vi, en },
    level,
    isLeader,
    weight: weights.get(code) ?? 1,
    standards: (standards.get(code) ?? []).map(({ titleCode: _, decisionId, decisionCode, ...one }) => ({
      ...one,
      decision: decisionId && decisionCode ? { id: decisionId, code: decisionCode } : null,
    })),
    fields: (fields.get(code) ?? []).map(({ titleCode: _, ...field }) => ({
      ...field,
      name: fieldOfStudy(field.code)?.name ?? { vi: field.code, en: field.code },
    })),
  }))
}

async function listed(db: Db, moment: Moment): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select s.title_code as "titleCode", s.id, s.requirement, s.level, s.language, s.periods, s.document, s.article, s.verified,
      lower(s.held) as "from", upper(s.held) as "to", s.decision_id as "decisionId", d.code as "decisionCode"
    from qualifications.standard s left join decisions.decision d on d.id = s.decision_id
    where s.held @> ${moment.on}::date and ${known(moment, 's')} order by array_position(${[...requirementCodes]}::text[], s.requirement)`.execute(
    db,
  )
  return rows
}

async function fieldsListed(db: Db, moment: Moment): Promise<Field[]> {
  const { rows } = await sql<Field>`
    select f.title_code as "titleCode", f.id, f.field_code as code, lower(f.held) as "from", upper(f.held) as "to"
    from qualifications.accepted_field f where f.held @> ${moment.on}::date and ${known(moment, 'f')} order by f.field_code`.execute(db)
  return rows
}
