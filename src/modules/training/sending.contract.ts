import { z } from 'zod'
import { educationLevels } from '#law/education-levels.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { dayText, idText, listOf, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const write = 'training.write'
const shortText = z.string().trim().max(300).nullable().default(null)
const day = dayText.nullable().default(null)
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
export const outcomeNames = ['completed', 'failed', 'dropped'] as const

export const sendingRowShape = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  kind: z.string(),
  unit: named,
  title: z.string().nullable(),
  sentOn: dayText,
  studyFrom: dayText.nullable(),
  studyTo: dayText.nullable(),
  studyText: z.string().nullable(),
  institution: z.string().nullable(),
  outcome: z.string().nullable(),
  status: z.string(),
  paper: z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText }).nullable(),
})
export type SendingRow = z.output<typeof sendingRowShape>

export const listSendings = operation({
  id: 'training.sendings.list',
  method: 'GET',
  path: '/api/sendings',
  permission: 'training.read',
  input: z.object({
    day: dayText.optional(),
    q: z.string().trim().max(100).optional(),
    unitId: idText.optional(),
    kind: listOf(z.enum(keysOf(trainingKinds))),
    from: dayText.optional(),
    to: dayText.optional(),
    outcome: z.enum([...outcomeNames, 'none']).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(200),
  }),
  reply: z.object({
    rows: z.array(sendingRowShape),
    next: z.string().nullable(),
    total: z.number(),
    people: z.number(),
    byMonth: z.array(z.object({ month: z.string(), count: z.number() })),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Danh sách cử đi học', en: 'List of sendings' },
})

export const recordSending = operation({
  id: 'training.sendings.record',
  method: 'POST',
  path: '/api/people/:personId/sendings',
  permission: write,
  input: z.object({
    personId: idText,
    kind: z.enum(keysOf(trainingKinds)),
    unitId: idText,
    titleText: shortText,
    purpose: shortText,
    sentOn: dayText,
    studyFrom: day,
    studyTo: day,
    studyText: shortText,
    institution: shortText,
    mode: z.string().max(20).nullable().default(null),
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId', unit: 'unitId' },
  summary: { vi: 'Ghi việc cử đi học', en: 'Record a sending' },
})

export const cancelSending = operation({
  id: 'training.sendings.cancel',
  method: 'POST',
  path: '/api/people/:personId/sendings/:sendingId/cancellation',
  permission: write,
  input: z.object({ personId: idText, sendingId: idText, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Hủy việc cử đi học', en: 'Cancel a sending' },
})

export const recordResult = operation({
  id: 'training.sendings.result',
  method: 'POST',
  path: '/api/people/:personId/sendings/:sendingId/result',
  permission: write,
  input: z.object({
    personId: idText,
    sendingId: idText,
    outcome: z.enum(outcomeNames),
    on: dayText,
    /** Where the course alone does not say what it ends in. */
    level: z.enum(keysOf(educationLevels)).nullable().default(null),
    fieldText: shortText,
    result: shortText,
    certificate: shortText,
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid(), qualificationId: z.uuid().nullable() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi kết quả học', en: 'Record the outcome of a study' },
})
