import { type CourseEnd, courseEnds, openCourseEnds } from '#law/training-courses.ts'
import { isTrainingKind } from '#law/training-kinds.ts'
import { trainingPacksOn } from '#law/training-packs.ts'
import type { QualificationKind } from '#law/qualifications.ts'
import { ageOn } from '#lib/days.ts'
import { warning, type Objection } from '#lib/override.ts'
import { fromIso } from '#lib/partial-date.ts'

export type Proposed = { kind: string; mode: string | null; sentOn: string; studyFrom: string | null; studyTo: string | null }
export type Learner = {
  birth: string | null
  sex: 'male' | 'female' | null
  servesThere: boolean
  sentBefore: readonly { kind: string; status: string; from: string; to: string | null; outcome: string | null }[]
}

/** Why the person may not be sent, or should be looked at again; each warning cites the law of the day of the decision. */
export function sendingObjections(proposed: Proposed, learner: Learner): Objection[] {
  const { kind, sentOn, studyFrom, studyTo } = proposed
  const objections: Objection[] = []
  if (!isTrainingKind(kind)) objections.push({ code: 'training-kind-unknown', kind })
  if (studyFrom !== null && studyTo !== null && studyTo <= studyFrom)
    objections.push({ code: 'end-before-start', from: studyFrom, to: studyTo })
  if (!learner.servesThere) objections.push(warning('not-serving-there', { on: sentOn }))
  if (
    learner.sentBefore.some(
      (one) =>
        one.kind === kind && one.status === 'sent' && one.outcome === null && (one.to === null || sentOn < one.to) && one.from <= sentOn,
    )
  ) {
    objections.push(warning('already-sent', { kind }))
  }
  return [...objections, ...ageObjections(proposed, learner)]
}

/** The ages that the law of the day sets for postgraduate study and for part-time intermediate theory. */
function ageObjections({ kind, mode, sentOn }: Proposed, { birth, sex }: Learner): Objection[] {
  const born = fromIso(birth ?? '')
  if (!born) return []
  const age = ageOn(born, sentOn)
  const packs = trainingPacksOn(sentOn)
  if (kind.startsWith('DT_SDH') && packs.postgraduate && age.least > packs.postgraduate.ageMaxFirst) {
    return [
      warning('training-too-old', {
        age: age.least,
        limit: packs.postgraduate.ageMaxFirst,
        document: packs.postgraduate.document,
        verified: packs.postgraduate.verified,
      }),
    ]
  }
  const least = sex === 'female' ? packs.theoryIntermediate?.ageMinFemale : packs.theoryIntermediate?.ageMinMale
  if (kind === 'LLCT_TC' && mode === 'KTT' && packs.theoryIntermediate && typeof least === 'number' && age.most < least) {
    return [
      warning('training-too-young', {
        age: age.most,
        limit: least,
        document: packs.theoryIntermediate.document,
        verified: packs.theoryIntermediate.verified,
      }),
    ]
  }
  return []
}

/** What a course ends in when it is completed; null where the course alone does not say the level. */
export function endOfCourse(kind: string): CourseEnd | null {
  return isTrainingKind(kind) ? (courseEnds[kind] ?? null) : null
}

/** The kind of qualification that a course ends in where its level must be said. */
export function openEndOf(kind: string): QualificationKind | null {
  return isTrainingKind(kind) ? (openCourseEnds[kind] ?? null) : null
}

/** What the course ends in, with the level given where the course alone does not say it. */
export function endOf(kind: string, level: string | null): CourseEnd | null {
  const open = openEndOf(kind)
  return endOfCourse(kind) ?? (open && level ? { kind: open, level } : null)
}

export type Sent = { kind: string; sentOn: string; status: string; outcome: string | null }

/** Why this outcome may not be recorded. */
export function resultObjections(sent: Sent, result: { outcome: string; on: string; level: string | null }, today: string): Objection[] {
  if (sent.status === 'cancelled') return [{ code: 'sending-cancelled' }]
  if (result.on < sent.sentOn) return [{ code: 'end-before-start', from: sent.sentOn, to: result.on }]
  if (result.on > today) return [{ code: 'outcome-in-future', on: result.on }]
  const needsLevel = result.outcome === 'completed' && openEndOf(sent.kind) === 'degree' && result.level === null
  return needsLevel ? [{ code: 'level-missing', kind: sent.kind }] : []
}
