/** What a learner is asked, each from 1 (poor) to 5 (very good). */
export const questionKeys = ['content', 'lecturer', 'material', 'organisation', 'use'] as const
export type QuestionKey = (typeof questionKeys)[number]

/** Below this many answers none is shown: whoever knows the class could tell who wrote what. */
export const leastAnswers = 5
