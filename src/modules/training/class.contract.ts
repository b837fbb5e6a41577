import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import { dayText, idText, listOf, operation } from '#lib/operation.ts'
import { basisFields, correctionFields } from '#modules/people/basis.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const write = 'training.write'
const shortText = z.string().trim().max(300).nullable().default(null)
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })

/** What a list of classes may be asked for; the page keeps the same fields in its address. */
export const classFilters = {
  q: z.string().trim().max(200).optional(),
  unitId: idText.optional(),
  kind: listOf(z.enum(keysOf(trainingKinds))),
  from: dayText.optional(),
  to: dayText.optional(),
  known: z.enum(['listed', 'count']).optional(),
}
const asked = { day: dayText.optional(), ...classFilters }

export const classRowShape = z.object({
  classId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  opener: named,
  openedOn: dayText,
  /** The first day after the class. */
  closedOn: dayText.nullable(),
  place: z.string().nullable(),
  lecturer: z.string().nullable(),
  /** Trainees by name; a class known only by its head count has none. */
  listed: z.number(),
  headCount: z.number().nullable(),
  /** How many it has room for. */
  seats: z.number().nullable(),
  /** Its length in periods (tiết). */
  periods: z.number().nullable(),
  planLineId: z.uuid().nullable(),
  institution: z.string().nullable(),
  mode: z.string().nullable(),
  fieldText: z.string().nullable(),
})
export type ClassRow = z.output<typeof classRowShape>

export const classSpine = operation({
  id: 'training.classes.spine',
  method: 'GET',
  path: '/api/classes/spine',
  permission: 'training.read',
  input: z.object(asked),
  reply: z.object({
    total: z.number(),
    listed: z.number(),
    headCount: z.number(),
    anchors: z.array(z.string()),
    byMonth: z.array(z.object({ month: z.string(), classes: z.number(), learners: z.number() })),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Số lớp, số lượt người học và mốc của từng 200 dòng', en: 'How many classes and trainees, and the key of every 200th' },
})

export const classWindow = operation({
  id: 'training.classes.window',
  method: 'GET',
  path: '/api/classes',
  permission: 'training.read',
  input: z.object({ ...asked, after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(200) }),
  reply: z.object({ rows: z.array(classRowShape), next: z.string().nullable() }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Một đoạn của danh sách lớp', en: 'A stretch of the list of classes' },
})

export const readClass = operation({
  id: 'training.classes.read',
  method: 'GET',
  path: '/api/classes/:classId',
  permission: 'training.read',
  input: z.object({ classId: idText, after: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(200).default(200) }),
  reply: z.object({
    class: classRowShape.extend({
      paper: z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText }).nullable(),
      run: z.object({ id: z.uuid(), fileName: z.string(), row: z.number().nullable() }).nullable(),
    }),
    learners: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        name: z.string(),
        birth: z.string().nullable(),
        unit: named.nullable(),
        title: z.string().nullable(),
        result: z.string().nullable(),
        certificate: z.string().nullable(),
        canOpen: z.boolean(),
      }),
    ),
    byUnit: z.array(z.object({ unit: named.nullable(), count: z.number() })),
    next: z.string().nullable(),
    may: z.object({ write: z.boolean() }),
  }),
  summary: { vi: 'Một lớp và học viên của lớp', en: 'A class and its trainees' },
})

const classFields = {
  kind: z.enum(keysOf(trainingKinds)),
  title: z.string().trim().min(3).max(300),
  openerUnitId: idText,
  openedOn: dayText,
  closedOn: dayText.nullable().default(null),
  place: shortText,
  lecturer: shortText,
  headCount: z.number().int().min(1).max(100_000).nullable().default(null),
  seats: z.number().int().min(1).max(100_000).nullable().default(null),
  periods: z.number().int().min(1).max(5_000).nullable().default(null),
  planLineId: idText.nullable().default(null),
  institution: shortText,
  mode: z.string().max(20).nullable().default(null),
  fieldText: shortText,
}

export const createClass = operation({
  id: 'training.classes.create',
  method: 'POST',
  path: '/api/classes',
  permission: write,
  input: z.object({ ...classFields, ...basisFields }),
  reply: z.object({ classId: z.uuid() }),
  scope: { unit: 'openerUnitId' },
  summary: { vi: 'Mở lớp', en: 'Open a class' },
})

export const correctClass = operation({
  id: 'training.classes.correct',
  method: 'PUT',
  path: '/api/classes/:classId',
  permission: write,
  input: z.object({ classId: idText, ...classFields, ...correctionFields }),
  reply: z.object({}),
  scope: { unit: 'openerUnitId' },
  summary: { vi: 'Sửa thông tin lớp', en: 'Correct a class' },
})

export const enrol = operation({
  id: 'training.classes.enrol',
  method: 'POST',
  path: '/api/classes/:classId/learners',
  permission: write,
  input: z.object({ classId: idText, personIds: z.array(idText).min(1).max(500), ...basisFields }),
  reply: z.object({ enrolled: z.number() }),
  summary: { vi: 'Ghi học viên vào lớp', en: 'Enter trainees of a class' },
})
