import { z } from 'zod'
import { dayText, operation } from '#lib/operation.ts'
import { exportBasis } from '#modules/people/purposes.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })
export const namedUnit = bilingual.extend({ unitId: z.uuid(), kind: z.string() })

/** What every reading of the review asks: a unit by name, code or id, a period, and the days it is read and known on. */
const reviewQuestion = {
  unit: z.string().trim().min(1).max(200).optional().describe('Name, code or id; absent, the authority itself'),
  from: dayText.optional().describe('Absent with `to`: the last complete term of five years that the unit lived to see'),
  to: dayText.optional(),
  on: dayText.optional().describe("Absent: the period's last day, or today while it runs"),
  knownOn: dayText.optional().describe('Only what was recorded by the end of this day'),
  commune: z.string().trim().min(1).max(200).optional().describe('A unit below: adds the lines of its standing'),
}

const figureShape = z.object({
  figure: z.string(),
  /** Null where nobody can be counted: shown as a dash, never as 0 or 100. */
  value: z.number().nullable(),
  unit: z.enum(['times', 'people', 'classes', 'percent']),
  label: bilingual,
  /** What the value is made of: trainees listed and by head count; those who meet a standard, are judged, cannot be judged. */
  parts: z.record(z.string(), z.number()),
  /** Why there is no number for those who see only figures: it stands for fewer than five people, or would tell such a number beside it. */
  keptBack: z.enum(['small', 'beside']).optional(),
})
export type FigureAnswer = z.output<typeof figureShape>

const reviewShape = z.object({
  unit: namedUnit,
  commune: namedUnit.nullable(),
  days: z.object({ from: dayText, to: dayText, on: dayText, until: dayText, knownOn: dayText.nullable() }),
  figures: z.array(figureShape),
  /** Told beside the table, so that nothing the period holds vanishes. */
  asides: z.array(figureShape),
  /** The reader sees only figures: small groups are kept back, and no list stands behind a number. */
  isProtected: z.boolean(),
})
export type Review = z.output<typeof reviewShape>

export const readReview = operation({
  id: 'statistics.review.read',
  method: 'GET',
  path: '/api/figures/review',
  permission: 'figures.read',
  input: z.object(reviewQuestion),
  reply: reviewShape,
  summary: {
    vi: 'Tổng kết công tác cán bộ của một đơn vị trong một thời kỳ',
    en: 'The review of the work on officials of a unit over a period',
  },
})

const unitRef = bilingual.extend({ unitId: z.uuid() }).nullable()

export const figureRowShape = z.object({
  key: z.string(),
  person: z
    .object({
      personId: z.uuid(),
      name: z.string(),
      /** The caller's scope reaches the person's file. */
      canOpen: z.boolean(),
      sex: z.enum(['male', 'female']).nullable(),
      birth: z.string().nullable(),
      /** Absent, with `partyJoined`, for whoever may not see the person so closely. */
      ethnicity: z.string().nullable().optional(),
      partyJoined: z.string().nullable().optional(),
    })
    .nullable(),
  class: z.object({ classId: z.uuid(), title: z.string(), listed: z.number().nullable() }).nullable(),
  kind: z.string(),
  from: dayText.nullable(),
  /** The last day. */
  to: dayText.nullable(),
  /** As it was called on that day. */
  unit: unitRef,
  host: unitRef,
  title: z.string().nullable(),
  decision: z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText }).nullable(),
  /** How often the person counts, or how many trainees the class has. */
  times: z.number(),
  meets: z.boolean().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type ListAnswer = z.output<typeof figureRowShape>

export const listFigurePeople = operation({
  id: 'statistics.figures.people',
  method: 'GET',
  path: '/api/figures/:figure/people',
  permission: 'figures.read',
  input: z.object({
    figure: z.string(),
    ...reviewQuestion,
    after: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({
    figure: figureShape,
    rows: z.array(figureRowShape),
    /** The place to go on from; null at the end. */
    next: z.string().nullable(),
    hidden: z.array(z.string()),
  }),
  summary: { vi: 'Danh sách người (hoặc lớp) đằng sau một con số', en: 'The people (or classes) behind a figure' },
})

export const exportReview = operation({
  id: 'statistics.review.export',
  method: 'GET',
  path: '/api/figures/review.xlsx',
  permission: 'figures.read',
  /** Without purpose and paper the lists leave out the guarded columns. */
  input: z.object({ ...reviewQuestion, language: z.enum(['vi', 'en']).default('vi'), ...exportBasis }),
  reply: z.unknown(),
  gives: 'file',
  summary: { vi: 'Xuất tổng kết ra Excel, kèm danh sách (có ghi nhật ký)', en: 'Export the review with its lists to Excel (logged)' },
})
