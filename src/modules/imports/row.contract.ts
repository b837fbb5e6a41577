import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'

const permission = 'imports.run'
const runId = idText
const number = z.coerce.number().int().min(1)

export const rowStates = ['new', 'same', 'changed', 'duplicate', 'refused', 'left_out'] as const
const changeShape = z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })
const whyShape = z.looseObject({ code: z.string() })

export const rowShape = z.object({
  number: z.number(),
  sheet: z.string(),
  row: z.number(),
  of: z.enum(['person', 'sending', 'class', 'learner']),
  state: z.enum(rowStates),
  name: z.string(),
  personId: idText.nullable(),
  /** What was read, cell by cell; `column` is null where it came from a title, a section or the row above. */
  fields: z.array(z.object({ field: z.string(), text: z.string(), column: z.string().nullable(), source: z.string() })),
  changes: z.array(changeShape),
  options: z.array(
    z.object({
      personId: idText,
      name: z.string(),
      birth: z.string().nullable(),
      unit: z.string().nullable(),
      post: z.string().nullable(),
      isWeak: z.boolean(),
      state: z.enum(rowStates),
      changes: z.array(changeShape),
    }),
  ),
  askWhy: z.string().nullable(),
  twinRow: z.number().nullable(),
  refusals: z.array(z.object({ column: z.string(), why: whyShape })),
  notes: z.array(z.object({ code: z.string(), column: z.string().nullable(), text: z.string().nullable() })),
  choice: z.string().nullable(),
  leftOutWhy: z.string().nullable(),
  corrections: z.array(z.object({ column: z.string(), value: z.string() })),
})
export type PreviewRow = z.output<typeof rowShape>

export const listRows = operation({
  id: 'imports.rows.list',
  method: 'GET',
  path: '/api/imports/:runId/rows',
  permission,
  input: z.object({
    runId,
    state: z.enum(rowStates).optional(),
    after: z.coerce.number().int().default(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  reply: z.object({ rows: z.array(rowShape), next: z.number().nullable() }),
  summary: { vi: 'Các dòng xem trước', en: 'Preview rows' },
})

const choice = z.enum(['new', 'person', 'left-out', 'undecided'])
export const chooseRow = operation({
  id: 'imports.rows.choose',
  method: 'PUT',
  path: '/api/imports/:runId/rows/:number/choice',
  permission,
  input: z.object({ runId, number, choice, personId: idText.optional(), reason: z.string().trim().min(1).max(500).optional() }),
  reply: z.object({}),
  summary: {
    vi: 'Quyết định một dòng: người mới, người đã có, hay bỏ qua kèm lý do',
    en: 'Decide a row: a new person, a known one, or left out with a reason',
  },
})

export const chooseRows = operation({
  id: 'imports.rows.chooseAll',
  method: 'PUT',
  path: '/api/imports/:runId/choices',
  permission,
  input: z.object({
    runId,
    state: z.enum(['duplicate', 'refused']),
    choice: z.enum(['new', 'first', 'left-out']),
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  reply: z.object({ decided: z.number() }),
  summary: { vi: 'Quyết định một lượt mọi dòng còn chờ', en: 'Decide all waiting rows at once' },
})

export const correctRow = operation({
  id: 'imports.rows.correct',
  method: 'PUT',
  path: '/api/imports/:runId/rows/:number/corrections',
  permission,
  input: z.object({ runId, number, column: z.string().regex(/^[A-Z]{1,3}$/), value: z.string().max(2000) }),
  reply: z.object({}),
  summary: { vi: 'Sửa giá trị một ô', en: 'Correct the value of a cell' },
})
