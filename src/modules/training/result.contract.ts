import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'
import { enrolmentStates, resultStates } from './result.ts'

const write = 'training.write'
const shortText = z.string().trim().max(300).nullable().default(null)
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const paper = z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText })

export const resultRowShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  birth: z.string().nullable(),
  unit: named.nullable(),
  title: z.string().nullable(),
  state: z.enum(enrolmentStates),
  stateOn: dayText.nullable(),
  stateWhy: z.string().nullable(),
  paper: paper.nullable(),
  grade: z.string().nullable(),
  /** Sessions of the class until today, and those the trainee was at. */
  sessions: z.number(),
  present: z.number(),
  /** The valid certificate, if one was issued. */
  certificate: z.object({ id: z.uuid(), number: z.string(), registerNo: z.number(), issuedOn: dayText, code: z.string() }).nullable(),
  canOpen: z.boolean(),
})
export type ResultRow = z.output<typeof resultRowShape>

export const readResults = operation({
  id: 'training.results.read',
  method: 'GET',
  path: '/api/classes/:classId/results',
  permission: 'training.read',
  input: z.object({ classId: idText }),
  reply: z.object({
    rows: z.array(resultRowShape),
    /** How many are in each state. */
    states: z.record(z.string(), z.number()),
    /** The kind of qualification whose level the result must say; none where the course says it. */
    openEnd: z.string().nullable(),
    attendance: z.object({ leastPresent: z.number(), document: z.string(), verified: z.boolean() }),
    may: z.object({ write: z.boolean() }),
  }),
  summary: { vi: 'Kết quả của một lớp', en: 'The results of a class' },
})

export const setResults = operation({
  id: 'training.results.set',
  method: 'POST',
  path: '/api/classes/:classId/results',
  permission: write,
  input: z.object({
    classId: idText,
    on: dayText,
    results: z
      .array(z.object({ personId: idText, state: z.enum(resultStates), grade: shortText, certificate: shortText }))
      .min(1)
      .max(500),
    /** Only where the kind of course does not say what it ends in. */
    level: z.string().max(20).nullable().default(null),
    language: z.string().max(20).nullable().default(null),
    expiresOn: dayText.nullable().default(null),
    /** Why results that are known already are recorded anew. */
    correction: z.string().trim().min(3).max(500).optional(),
    ...basisFields,
  }),
  reply: z.object({ set: z.number(), qualifications: z.number() }),
  summary: { vi: 'Ghi kết quả của lớp', en: 'Record the results of a class' },
})
