import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { conditionCodes } from './candidate.ts'

const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))

export const conditionShape = z.object({
  code: z.enum(conditionCodes),
  state: z.enum(['met', 'unmet', 'unknown']),
  rule: z.object({ id: z.string(), document: z.string().nullable(), article: z.string().nullable(), verified: z.boolean() }),
  asked: values,
  found: values,
  /** What the caller may not know of the person is not told: neither the state nor what was found. */
  withheld: z.boolean(),
})
export type ToldCondition = z.output<typeof conditionShape>

/** A warning that somebody answered for, as kept with the nomination. */
export const overrideKept = z.object({
  code: z.enum(conditionCodes),
  rule: z.string(),
  document: z.string().nullable(),
  verified: z.boolean().optional(),
  found: values,
  asked: values,
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type OverrideKept = z.output<typeof overrideKept>

const person = {
  personId: z.uuid(),
  name: z.string(),
  birth: z.string().nullable(),
  unit: named.nullable(),
  title: z.string().nullable(),
  /** The unit with seats that the person counts for. */
  laneId: z.uuid().nullable(),
  conditions: z.array(conditionShape),
}

export const nomineeShape = z.object({
  ...person,
  nominationId: z.uuid(),
  state: z.enum(['nominated', 'sent']),
  by: z.string(),
  overrides: z.array(overrideKept),
  /** Conditions not met that nobody has answered for. */
  open: z.array(z.enum(conditionCodes)),
})
export type Nominee = z.output<typeof nomineeShape>

export const eligibleShape = z.object({
  ...person,
  need: z
    .object({
      origin: z.string(),
      urgency: z.number(),
      urgencyWhy: z.string(),
      weight: z.number(),
      requirement: z.string().nullable(),
      level: z.string().nullable(),
      rule: z.object({ document: z.string(), article: z.string().nullable(), verified: z.boolean() }).nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type Eligible = z.output<typeof eligibleShape>

const objection = z.looseObject({ code: z.string() })

export const boardShape = z.object({
  class: z.object({
    classId: z.uuid(),
    kind: z.string(),
    title: z.string(),
    opener: named,
    openedOn: dayText,
    /** The first day after the class. */
    closedOn: dayText.nullable(),
    place: z.string().nullable(),
    institution: z.string().nullable(),
    mode: z.string().nullable(),
    fieldText: z.string().nullable(),
    seats: z.number().nullable(),
  }),
  /** The day of sending by whose law the conditions are told. */
  on: dayText,
  revision: z.number(),
  changed: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** Where the shares of the units come from: the board itself, or the plan that the class fulfils. */
  seatsFrom: z.enum(['board', 'plan']).nullable(),
  lanes: z.array(z.object({ unit: named, seats: z.number(), taken: z.number() })),
  totals: z.object({
    shared: z.number(),
    nominated: z.number(),
    sent: z.number(),
    /** Nominated from outside the caller's units: counted, not named. */
    elsewhere: z.number(),
    warned: z.number(),
  }),
  nominees: z.array(nomineeShape),
  papers: z.array(z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText, people: z.number() })),
  /** Why the decision cannot be made now, apart from its paper. */
  stops: z.array(objection),
  may: z.object({ share: z.boolean(), nominate: z.boolean(), decide: z.boolean() }),
})
export type Board = z.output<typeof boardShape>

export const readBoard = operation({
  id: 'training.boards.read',
  method: 'GET',
  path: '/api/classes/:classId/board',
  permission: 'training.needs',
  input: z.object({ classId: idText, on: dayText.optional() }),
  reply: boardShape,
  summary: { vi: 'Bảng xét cử học viên của một lớp', en: 'The nomination board of a class' },
})

export const listEligible = operation({
  id: 'training.boards.eligible',
  method: 'GET',
  path: '/api/classes/:classId/board/eligible',
  permission: 'training.needs',
  input: z.object({
    classId: idText,
    on: dayText.optional(),
    unitId: idText.optional(),
    q: z.string().trim().max(100).optional(),
    /** Those with a need of this kind of course, or everybody who serves there. */
    who: z.enum(['needing', 'everybody']).default('needing'),
    after: idText.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    rows: z.array(eligibleShape),
    next: z.uuid().nullable(),
    total: z.number(),
    /** Of all of them, how many no condition stops; null where they are too many to be held against the law at once. */
    ready: z.number().nullable(),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Những người có thể cử học lớp này, theo thứ tự nhu cầu', en: 'Who could be sent to the class, in order of need' },
})
