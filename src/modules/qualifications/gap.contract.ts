import { z } from 'zod'
import { requirementCodes } from '#law/requirements.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { gapStates } from './gap.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })
const unitName = bilingual.extend({ unitId: z.uuid() })
const permission = 'people.read'
const requirement = z.enum(requirementCodes)
const state = z.enum(gapStates)

/** Which people, on which day, as known when; the page keeps the same in its address. */
export const gapAsked = {
  unit: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('A name, a code or an id; absent: the authority, or the unit of the own role'),
  on: dayText.optional(),
  knownOn: dayText.optional().describe('Only what was recorded by the end of this day'),
  by: z.enum(['post', 'unit']).default('post'),
}

const counted = z.object({ required: z.number(), met: z.number(), studying: z.number(), missing: z.number() })
const standard = z.object({
  standardId: z.uuid(),
  requirement,
  level: z.string().nullable(),
  language: z.string().nullable(),
  periods: z.number().nullable(),
  document: z.string(),
  article: z.string().nullable(),
  verified: z.boolean(),
})
export type StandardAsked = z.output<typeof standard>

export const readGap = operation({
  id: 'qualifications.gap.read',
  method: 'GET',
  path: '/api/gap',
  permission,
  input: z.object(gapAsked),
  reply: z.object({
    /** Null where the reader sees only the own file, or units of which none is above the others. */
    unit: unitName.nullable(),
    on: dayText,
    knownOn: dayText.nullable(),
    by: z.enum(['post', 'unit']),
    /** Persons whose posts ask something, each by the worst of it. */
    people: counted,
    /** Persons whose posts ask nothing that is recorded. */
    unmeasured: z.number(),
    columns: z.array(counted.extend({ requirement })),
    rows: z.array(
      bilingual.extend({
        /** The code of the title, or the id of the unit. */
        key: z.string(),
        people: z.number(),
        cells: z.array(counted.extend({ requirement, standard: standard.nullable() })),
      }),
    ),
  }),
  summary: { vi: 'Khoảng cách tiêu chuẩn: đạt, đang học, còn thiếu', en: 'The gap to the standards: met, being studied, missing' },
})
export type Gap = z.output<typeof readGap.reply>

const paper = z.object({ id: z.uuid(), code: z.string() }).nullable()
const heldFact = z.object({
  id: z.uuid(),
  text: bilingual,
  state: z.enum(['finished', 'studying']),
  from: dayText.nullable(),
  expiresOn: dayText.nullable(),
  certificate: z.string().nullable(),
  decision: paper,
})
const judged = standard.extend({
  state,
  /** The best rank held of it, or the periods attended this year. */
  found: z.number(),
  /** Fields of study that the post accepts, where one is asked. */
  fields: z.array(z.string()),
  /** What meets it, or is being studied for it; else the nearest that is held. */
  fact: heldFact.nullable(),
  /** Of the hours of a year, the classes they were spent in. */
  classes: z.array(z.object({ classId: z.uuid(), title: z.string(), periods: z.number(), isDone: z.boolean() })),
})
export type JudgedStandard = z.output<typeof judged>

const postShape = z.object({
  unit: unitName,
  titleCode: z.string(),
  title: bilingual,
  kind: z.string(),
  standards: z.array(judged),
})
export type JudgedPost = z.output<typeof postShape>

export const listGapPeople = operation({
  id: 'qualifications.gap.people',
  method: 'GET',
  path: '/api/gap/people',
  permission,
  input: z.object({
    ...gapAsked,
    row: z.string().max(40).optional().describe('The key of a row of the table; absent: all of them'),
    requirement: requirement.optional(),
    state: state.optional().describe('Absent: whoever is asked for it'),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    total: z.number(),
    people: z.array(z.object({ personId: z.uuid(), name: z.string(), state, posts: z.array(postShape) })),
    next: z.string().nullable(),
  }),
  summary: { vi: 'Những người đằng sau một con số của khoảng cách tiêu chuẩn', en: 'The people behind a number of the gap' },
})

export const readPersonGap = operation({
  id: 'qualifications.gap.person',
  method: 'GET',
  path: '/api/people/:personId/standards',
  permission,
  input: z.object({ personId: idText, on: dayText.optional(), knownOn: dayText.optional() }),
  reply: z.object({ on: dayText, posts: z.array(postShape) }),
  scope: { person: 'personId' },
  looksAt: 'personId',
  summary: { vi: 'Tiêu chuẩn chức danh của một người', en: 'The standards that a person is measured by' },
})
