import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { questionKeys } from './feedback.ts'

const codeText = z.string().regex(/^[a-z2-9]{10}$/)
const answer = z.number().int().min(1).max(5)

/** What learners thought; an answer cannot be traced to a person. */
export const readFeedback = operation({
  id: 'training.feedback.read',
  method: 'GET',
  path: '/api/classes/:classId/feedback',
  permission: 'training.read',
  input: z.object({ classId: idText }),
  reply: z.object({
    code: z.string().nullable(),
    /** The last day on which it may be given. */
    until: dayText.nullable(),
    learners: z.number(),
    answers: z.number(),
    /** Null while so few have answered that one could be recognised. */
    results: z
      .object({
        questions: z.array(z.object({ key: z.enum(questionKeys), mean: z.number(), counts: z.array(z.number()).length(5) })),
        comments: z.array(z.string()),
      })
      .nullable(),
    may: z.object({ write: z.boolean() }),
  }),
  summary: { vi: 'Phản hồi của học viên về lớp', en: 'What trainees thought of a class' },
})

export const askFeedback = operation({
  id: 'training.feedback.ask',
  method: 'POST',
  path: '/api/classes/:classId/feedback',
  permission: 'training.write',
  input: z.object({ classId: idText, until: dayText }),
  reply: z.object({ code: z.string() }),
  summary: { vi: 'Mở phiếu phản hồi của lớp', en: 'Ask for feedback on a class' },
})

export const openFeedback = operation({
  id: 'training.feedback.open',
  method: 'GET',
  path: '/api/feedback/:code',
  permission: 'everyone',
  input: z.object({ code: codeText }),
  reply: z.object({ title: z.string(), openedOn: dayText, until: dayText, state: z.enum(['open', 'closed', 'full']) }),
  summary: { vi: 'Phiếu phản hồi của một lớp', en: 'The feedback form of a class' },
})

export const giveFeedback = operation({
  id: 'training.feedback.give',
  method: 'POST',
  path: '/api/feedback/:code',
  permission: 'everyone',
  input: z.object({
    code: codeText,
    answers: z.object({ content: answer, lecturer: answer, material: answer, organisation: answer, use: answer }),
    comment: z.string().trim().max(1000).nullable().default(null),
  }),
  secret: ['answers', 'comment'],
  reply: z.object({}),
  summary: { vi: 'Gửi phản hồi về lớp', en: 'Give feedback on a class' },
})
