import { sql } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import type { QualificationKind } from '#law/qualifications.ts'
import { originRow, type Origin } from '#modules/people/person.sql.ts'

export type { QualificationKind } from '#law/qualifications.ts'

export type NewQualification = Origin & {
  personId: string
  kind: QualificationKind
  /** Code of the kind's list in law/. */
  level: string
  rank: number
  state: 'studying' | 'finished' | 'abandoned'
  fieldCode?: string | null
  fieldText?: string | null
  language?: string | null
  mode?: string | null
  institution?: string | null
  result?: string | null
  certificate?: string | null
  written?: string | null
  /** The day on which a certificate ends. */
  expiresOn?: string | null
  /** The class of ours it comes from. */
  classId?: string | null
  /** Finished: from the day of the diploma on. Studying: from the first to the last day of the study. */
  from: string
  to?: string | null
  fromKnown?: boolean
}

export function recordQualifications(tx: Tx, qualifications: NewQualification[]): Promise<string[]> {
  return recordFacts(
    tx,
    'qualifications.qualification',
    qualifications.map((held) => ({
      person_id: held.personId,
      kind: held.kind,
      level: held.level,
      rank: held.rank,
      state: held.state,
      field_code: held.fieldCode ?? null,
      field_text: held.fieldText ?? null,
      language: held.language ?? null,
      mode: held.mode ?? null,
      institution: held.institution ?? null,
      result: held.result ?? null,
      certificate: held.certificate ?? null,
      written: held.written ?? null,
      expires_on: held.expiresOn ?? null,
      class_id: held.classId ?? null,
      held: period(held.from, held.to),
      from_known: held.fromKnown ?? true,
      ...originRow(held),
    })),
  )
}

type Known = Required<Omit<NewQualification, 'personId' | 'decisionId' | 'runId' | 'runRow' | 'to'>> & {
  id: string
  to: string | null
  language: string | null
  fieldText: string | null
  expiresOn: string | null
  classId: string | null
}

/** All that the person holds, studies or gave up, as known now. */
export function qualificationsHeld(tx: Tx, personId: string): Promise<Known[]> {
  return qualificationsOf(tx, [personId])
}

/** The same of many persons. */
export async function qualificationsOf(tx: Tx, personIds: readonly string[]): Promise<(Known & { personId: string })[]> {
  const { rows } = await sql<Known & { personId: string }>`
    select person_id as "personId", id, kind, level, rank, state, field_code as "fieldCode", field_text as "fieldText", language, mode, institution, result, certificate, written,
      expires_on as "expiresOn", class_id as "classId", lower(held) as "from", upper(held) as "to", from_known as "fromKnown"
    from qualifications.qualification where person_id = any(${personIds}::uuid[]) and upper_inf(recorded) order by lower(held), id`.execute(
    tx,
  )
  return rows
}
