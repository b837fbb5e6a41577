import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'

const personShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  birth: z.string().nullable(),
  unit: z.string().nullable(),
  title: z.string().nullable(),
  isIn: z.boolean(),
})
export const rosterStates = ['found', 'several', 'new', 'in', 'twice', 'elsewhere', 'unreadable'] as const

export const rosterRowShape = z.object({
  row: z.number(),
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  birth: z.string().nullable(),
  birthText: z.string().nullable(),
  number: z.string().nullable(),
  /** The unit as written, and the one that it names. */
  unit: z.string().nullable(),
  unitId: z.uuid().nullable(),
  title: z.string().nullable(),
  state: z.enum(rosterStates),
  personId: z.uuid().nullable(),
  candidates: z.array(personShape),
})
export type RosterRow = z.output<typeof rosterRowShape>

export const previewRoster = operation({
  id: 'training.roster.preview',
  method: 'POST',
  path: '/api/classes/:classId/roster/preview',
  permission: 'training.write',
  input: z.object({ classId: idText, text: z.string().min(1).max(400_000) }),
  reply: z.object({ columns: z.array(z.string()), rows: z.array(rosterRowShape) }),
  summary: { vi: 'Xem trước danh sách dán vào lớp', en: 'Dry run of a roster pasted into a class' },
})

const newcomerShape = z.object({
  row: z.number().int(),
  name: z.string().trim().min(2).max(200),
  sex: z.enum(['male', 'female']).nullable().default(null),
  birth: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .nullable()
    .default(null),
  number: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null),
  unitId: idText,
  title: z.string().trim().max(200).nullable().default(null),
})
export type Newcomer = z.output<typeof newcomerShape>

export const memberKinds = ['association_member', 'party_member', 'deputy'] as const

export const enterRoster = operation({
  id: 'training.roster.enter',
  method: 'POST',
  path: '/api/classes/:classId/roster',
  permission: 'training.write',
  input: z.object({
    classId: idText,
    personIds: z.array(idText).max(1000).default([]),
    /** Learners from outside the payroll whom nobody knows yet. */
    newcomers: z.array(newcomerShape).max(1000).default([]),
    as: z.enum(memberKinds).default('association_member'),
    ...basisFields,
  }),
  reply: z.object({ enrolled: z.number(), added: z.number() }),
  summary: { vi: 'Ghi cả danh sách vào lớp', en: 'Enter a whole roster of a class' },
})
