import type { Objection } from '#lib/override.ts'

/** What a learner is asked, each from 1 (poor) to 5 (very good). */
export const questionKeys = ['content', 'lecturer', 'material', 'organisation', 'use'] as const
export type QuestionKey = (typeof questionKeys)[number]
export type Answers = Record<QuestionKey, number>

/** Below this many answers none is shown: whoever knows the class could tell who wrote what. */
export const leastAnswers = 5

/** Why the class may not be asked what it thought. */
export function askObjections(of: { openedOn: string; learners: number }, { until, today }: { until: string; today: string }): Objection[] {
  const objections: Objection[] = []
  if (of.learners === 0) objections.push({ code: 'feedback-no-learners' })
  if (of.openedOn > today) objections.push({ code: 'feedback-too-early', on: of.openedOn })
  if (until < today) objections.push({ code: 'feedback-until-past', on: until })
  return objections
}

/** Whether another answer is taken: until its last day, and never more answers than learners. */
export function feedbackState(given: { until: string; answers: number; learners: number }, today: string): 'open' | 'closed' | 'full' {
  if (given.until < today) return 'closed'
  return given.answers >= given.learners ? 'full' : 'open'
}

export function giveObjections(state: ReturnType<typeof feedbackState>): Objection[] {
  return state === 'open' ? [] : [{ code: `feedback-${state}` }]
}

/** Mean and how many gave each mark, question by question. */
export function summaryOf(answers: readonly Answers[]): { key: QuestionKey; mean: number; counts: number[] }[] {
  return questionKeys.map((key) => ({
    key,
    mean: answers.reduce((sum, one) => sum + one[key], 0) / Math.max(answers.length, 1),
    counts: [1, 2, 3, 4, 5].map((mark) => answers.filter((one) => one[key] === mark).length),
  }))
}
