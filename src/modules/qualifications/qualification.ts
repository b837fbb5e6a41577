import { fieldOfStudyOf } from '#law/fields-of-study.ts'
import { levelsOf, type QualificationKind } from '#law/qualifications.ts'
import { warning, type Objection } from '#lib/override.ts'

export type Claimed = {
  kind: QualificationKind
  level: string
  state: 'studying' | 'finished' | 'abandoned'
  fieldText: string | null
  language: string | null
  from: string
  to: string | null
}
export type Held = Omit<Claimed, 'kind'> & { id: string; kind: string }

/** Why this may not be recorded beside what the person holds. */
export function qualificationObjections(claimed: Claimed, held: readonly Held[], today: string): Objection[] {
  const { kind, level, language, state, from, to } = claimed
  const objections: Objection[] = []
  if (!Object.hasOwn(levelsOf[kind], level)) objections.push({ code: 'level-unknown', kind, level })
  if ((kind === 'language' || kind === 'ethnic_language') && !language) objections.push({ code: 'language-missing' })
  if (to !== null && to <= from) objections.push({ code: 'end-before-start', from, to })
  if (state === 'finished' && from > today) objections.push({ code: 'diploma-in-future', on: from })
  if (held.some((one) => isSame(one, claimed))) objections.push(warning('qualification-held', { kind, level }))
  return objections
}

/** Why a study may not end on this day. */
export function finishObjections(studying: Held, on: string, today: string): Objection[] {
  if (studying.state !== 'studying') return [{ code: 'not-being-studied' }]
  if (on <= studying.from) return [{ code: 'end-before-start', from: studying.from, to: on }]
  return on > today ? [{ code: 'diploma-in-future', on }] : []
}

/** The level's rank among its kind, for "or better". */
export function rankOf(kind: QualificationKind, level: string): number {
  return levelsOf[kind][level]?.rank ?? 0
}

export function fieldCodeOf(fieldText: string | null): string | null {
  return fieldText === null ? null : (fieldOfStudyOf(fieldText)?.code ?? null)
}

function isSame(one: Held, other: Claimed): boolean {
  return (
    one.kind === other.kind &&
    one.level === other.level &&
    one.state === other.state &&
    one.language === other.language &&
    (one.fieldText ?? '') === (other.fieldText ?? '')
  )
}
