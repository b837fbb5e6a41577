import { z } from 'zod'
import { dayText, operation } from '#lib/operation.ts'
import { figureRowShape, namedUnit } from './review.contract.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })

/** What every reading of a form asks. */
export const formQuestion = {
  unit: z.string().trim().min(1).max(200).optional().describe('Name, code or id; absent, the authority itself'),
  year: z.coerce
    .number()
    .int()
    .min(1990)
    .max(2100)
    .optional()
    .describe('Absent with `from` and `to`: this year, or the last one the unit lived in'),
  from: dayText.optional(),
  to: dayText.optional(),
  on: dayText.optional().describe("Absent: the period's last day, or today while it runs"),
  knownOn: dayText.optional().describe('Only what was recorded by the end of this day'),
  basis: z.enum(['begun', 'completed']).default('begun').describe('Whoever was sent or began in the period, or whoever completed in it'),
}

const keptBack = z.enum(['small', 'beside']).optional()
export const cellShape = z.object({ people: z.number().nullable(), times: z.number().nullable(), keptBack })
const rowShape = z.object({ key: z.string(), mark: z.string(), label: bilingual, depth: z.number(), cells: z.array(cellShape) })
export type RowAnswer = z.output<typeof rowShape>
export type CellAnswer = z.output<typeof cellShape>

const checkShape = z.object({
  check: z.enum(['sum', 'within', 'rows', 'whole']),
  of: z.string(),
  parts: z.array(z.string()),
  wrong: z.array(z.object({ row: z.string(), column: z.string(), stands: z.number(), should: z.number() })),
})

export const formShape = z.object({
  form: z.string(),
  name: bilingual,
  number: z.string().nullable(),
  document: z.string(),
  /** False: the headings were not checked against the original. */
  isVerified: z.boolean(),
  unit: namedUnit,
  days: z.object({ from: dayText, to: dayText, on: dayText, until: dayText, knownOn: dayText.nullable() }),
  basis: z.enum(['begun', 'completed']),
  columns: z.array(z.object({ key: z.string(), label: bilingual, band: bilingual.nullable(), counts: z.enum(['people', 'classes']) })),
  rows: z.array(rowShape),
  /** What the form has no row for, in the form's columns. */
  rest: z.array(rowShape),
  /** What it has no column for, over all rows. */
  beside: z.array(z.object({ key: z.string(), label: bilingual, cell: cellShape, ofClasses: z.boolean() })),
  /** Classes known only by their head count: nobody knows who sat in them. */
  byHeadCount: z.object({ classes: z.number(), learners: z.number() }),
  /** All that was counted, in and beside the form, and how many different people that is. */
  whole: z.object({ times: z.number().nullable(), people: z.number().nullable() }),
  checks: z.object({ people: z.array(checkShape), times: z.array(checkShape) }),
  isProtected: z.boolean(),
})
export type FormAnswer = z.output<typeof formShape>

export const readForm = operation({
  id: 'statistics.forms.read',
  method: 'GET',
  path: '/api/forms/:form',
  permission: 'figures.read',
  input: z.object({ form: z.string(), ...formQuestion }),
  reply: formShape,
  summary: { vi: 'Một biểu mẫu với số liệu của đơn vị trong kỳ', en: 'An official form with the figures of a unit and a period' },
})

export const cellFields = {
  row: z.string().max(40).default('any'),
  column: z.string().max(40).default('any'),
  count: z.enum(['people', 'times']).default('people'),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

export const cellPeople = z.object({
  cell: cellShape,
  rows: z.array(figureRowShape),
  next: z.string().nullable(),
  hidden: z.array(z.string()),
})

export const listFormPeople = operation({
  id: 'statistics.forms.people',
  method: 'GET',
  path: '/api/forms/:form/people',
  permission: 'figures.read',
  input: z.object({ form: z.string(), ...formQuestion, ...cellFields }),
  reply: cellPeople,
  summary: { vi: 'Danh sách người (hoặc lớp) đằng sau một ô của biểu mẫu', en: 'The people (or classes) behind a cell of a form' },
})

export const submittedShape = z.object({
  submissionId: z.uuid(),
  form: z.string(),
  unit: namedUnit.omit({ kind: true }),
  from: dayText,
  /** The last day of the period. */
  to: dayText,
  on: dayText,
  submittedAt: z.string(),
  submittedBy: z.string(),
  note: z.string().nullable(),
})

export const listForms = operation({
  id: 'statistics.forms.list',
  method: 'GET',
  path: '/api/forms',
  permission: 'figures.read',
  input: z.object({}),
  reply: z.object({
    forms: z.array(
      z.object({
        form: z.string(),
        name: bilingual,
        number: z.string().nullable(),
        document: z.string(),
        isVerified: z.boolean(),
        /** The latest submission of it in the scope. */
        last: submittedShape.nullable(),
      }),
    ),
  }),
  summary: { vi: 'Các biểu mẫu báo cáo', en: 'The official forms' },
})
