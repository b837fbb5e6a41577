import { isTrainingKind } from '#law/training-kinds.ts'
import type { Candidate, Condition, Course } from './candidate.ts'
import { degreeConditions, postgraduateConditions, stepConditions, theoryConditions } from './conditions-of-law.ts'
import { clashCondition, heldConditions, retirementCondition, studyingCondition } from './conditions-of-time.ts'

export type { Candidate, Condition, Course } from './candidate.ts'

/** What the law in force on the day of sending asks for the course, and what else should be looked at; each says what was found. */
export function conditionsOf(course: Course, candidate: Candidate, sentOn: string): Condition[] {
  return [
    ...lawOf(course, candidate, sentOn),
    ...heldConditions(course, candidate, sentOn),
    studyingCondition(course, candidate, sentOn),
    clashCondition(course, candidate),
    retirementCondition(course, candidate, sentOn),
  ]
}

/** Those who may be sent without anybody answering for it. */
export function isEligible(conditions: readonly Condition[]): boolean {
  return conditions.every(({ state }) => state !== 'unmet')
}

function lawOf(course: Course, candidate: Candidate, sentOn: string): Condition[] {
  const { kind } = course
  if (!isTrainingKind(kind)) return []
  if (kind.startsWith('DT_SDH')) return postgraduateConditions(course, candidate, sentOn)
  if (kind === 'LLCT_TC' || kind === 'LLCT_CC') return theoryConditions(course, candidate, sentOn)
  if (kind === 'DT_DH' || kind === 'DT_CD' || kind === 'DT_TC') return degreeConditions(candidate, sentOn)
  return kind.startsWith('QLNN_') ? stepConditions(course, candidate) : []
}
