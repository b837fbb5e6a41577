import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { purposeField } from './purposes.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const text = z.string().nullable()
/** Guarded by field-classes.ts: not there at all for whoever may not read it or has not said what for. */
const guarded = text.optional()

/** Where a fact comes from and when it was known: its paper, or the import and its row, and who recorded it. */
export const originShape = z.object({
  paper: z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText, withdrawnOn: dayText.nullable() }).nullable(),
  run: z.object({ id: z.uuid(), fileName: z.string(), row: z.number().nullable() }).nullable(),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string(),
  closed: z.object({ at: z.iso.datetime(), why: z.string(), by: z.string() }).nullable(),
})
export type FactOrigin = z.output<typeof originShape>

const fact = { id: z.uuid(), origin: originShape }
/** `to` is the first day on which it no longer holds; `fromKnown` false: a list says it was so on that day, not since when. */
const period = { from: dayText.nullable(), to: dayText.nullable() }
const heldFact = { ...fact, ...period, fromKnown: z.boolean() }

export const profileShape = z.object({
  ...fact,
  fullName: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  birth: text,
  ethnicity: guarded,
  ethnicityText: guarded,
  religion: guarded,
  nativePlace: text,
  birthplace: text,
  residence: guarded,
  generalEducation: text,
  partyJoined: guarded,
  partyOfficial: guarded,
  phone: guarded,
})
export const identityShape = z.object({ ...fact, ...period, kind: z.string(), number: z.string() })
export const assignmentShape = z.object({
  ...heldFact,
  kind: z.string(),
  unit: named,
  titleCode: text,
  titleText: z.string(),
  officialKind: text,
})
export const membershipShape = z.object({ ...heldFact, kind: z.string(), association: text, unit: named, titleText: text })
export const qualificationShape = z.object({
  ...heldFact,
  kind: z.string(),
  level: z.string(),
  state: z.string(),
  fieldCode: text,
  fieldText: text,
  language: text,
  mode: text,
  institution: text,
  result: text,
  certificate: text,
  written: text,
})
/** How a year was rated: not there at all for whoever may not read ratings. */
export const ratingShape = z.object({ ...fact, ...period, year: z.number(), grade: z.string() })
export const sendingShape = z.object({
  ...fact,
  ...period,
  kind: z.string(),
  purpose: text,
  unit: named,
  titleText: text,
  sentOn: dayText,
  studyFrom: dayText.nullable(),
  studyTo: dayText.nullable(),
  studyText: text,
  institution: text,
  mode: text,
  outcome: text,
  outcomeOn: dayText.nullable(),
  status: z.string(),
})
export const enrolmentShape = z.object({
  ...fact,
  ...period,
  classId: z.uuid(),
  classTitle: z.string(),
  classKind: z.string(),
  opener: named.nullable(),
  unit: named.nullable(),
  titleText: text,
  result: text,
  certificate: text,
})
export const certificateShape = z.object({
  ...fact,
  ...period,
  classId: z.uuid(),
  classTitle: z.string(),
  number: z.string(),
  issuedOn: dayText,
  code: z.string(),
})
export const secondmentShape = z.object({
  ...fact,
  ...period,
  fromUnit: named,
  hostUnit: named,
  titleText: text,
  task: text,
  plannedEnd: dayText.nullable(),
  overrideReason: text,
})

/** One set of facts; the present ones and, apart, those withdrawn, corrected or undone have the same shape. */
const facts = z.object({
  profiles: z.array(profileShape),
  identities: z.array(identityShape),
  assignments: z.array(assignmentShape),
  memberships: z.array(membershipShape),
  qualifications: z.array(qualificationShape),
  ratings: z.array(ratingShape),
  sendings: z.array(sendingShape),
  enrolments: z.array(enrolmentShape),
  certificates: z.array(certificateShape),
  secondments: z.array(secondmentShape),
})
export type Facts = z.output<typeof facts>
export type FactsKind = keyof Facts

/** As they are sent: identity numbers are guarded, ratings have a permission of their own. */
const sentFacts = facts.partial({ identities: true, ratings: true })

const warningShape = z.looseObject({ code: z.string() })

export const fileShape = z.object({
  personId: z.uuid(),
  day: dayText,
  knownAt: z.iso.datetime(),
  name: z.string(),
  birth: text,
  sex: z.enum(['male', 'female']).nullable(),
  /** The post or tie on the day, or the last before it. */
  post: z.object({ title: z.string(), titleCode: text, unit: named, isNow: z.boolean(), tie: z.string() }).nullable(),
  retirement: z.object({ month: z.string(), isApproximate: z.boolean(), isVerified: z.boolean() }).nullable(),
  facts: sentFacts,
  closed: sentFacts,
  reorganisations: z.array(z.object({ on: dayText, title: bilingual })),
  /** Files that were merged into this one and can be taken apart again. */
  merges: z.array(z.object({ id: z.uuid(), name: z.string(), birth: text, at: z.iso.datetime() })),
  warnings: z.array(warningShape),
  /** Whether the guarded fields are here, would be if it were said what for, or are not for the caller; and which are not here. */
  guarded: z.enum(['open', 'purpose', 'closed']),
  hidden: z.array(z.string()),
  isOwn: z.boolean(),
  may: z.object({ write: z.boolean(), seeLooks: z.boolean() }),
})
export type PersonFile = z.output<typeof fileShape>

export const readPerson = operation({
  id: 'people.persons.read',
  method: 'GET',
  path: '/api/people/:personId',
  permission: 'people.read',
  /** Without a `purpose` somebody else's file opens with its guarded fields left out. */
  input: z.object({ personId: idText, day: dayText.optional(), knownOn: dayText.optional(), purpose: purposeField.optional() }),
  reply: fileShape,
  scope: { person: 'personId' },
  looksAt: 'personId',
  summary: { vi: 'Hồ sơ một người', en: 'The file of one person' },
})

export const readMe = operation({
  id: 'people.persons.me',
  method: 'GET',
  path: '/api/me/person',
  permission: 'access.self',
  input: z.object({}),
  reply: z.object({ personId: z.uuid().nullable() }),
  summary: { vi: 'Hồ sơ của chính người đăng nhập', en: 'Whose file the signed-in account is' },
})

export const readLooks = operation({
  id: 'people.persons.looks',
  method: 'GET',
  path: '/api/people/:personId/looks',
  permission: 'audit.person',
  input: z.object({ personId: idText, before: z.coerce.number().int().optional() }),
  reply: z.object({
    looks: z.array(
      z.object({
        seq: z.number(),
        at: z.iso.datetime(),
        actor: z.string(),
        /** What the account was allowed to do at that time, and where. */
        roles: z.array(z.object({ role: z.string(), unit: bilingual.nullable() })),
        operation: z.string(),
        purpose: text,
        /** The person looked at the own file. */
        isOwn: z.boolean(),
      }),
    ),
    next: z.number().nullable(),
    byMonth: z.array(z.object({ month: z.string(), count: z.number() })),
  }),
  scope: { person: 'personId' },
  summary: { vi: 'Ai đã xem hồ sơ, lúc nào, để làm gì', en: 'Who looked at the file, when and what for' },
})

const lineShape = z.object({ label: bilingual, before: bilingual.nullable(), after: bilingual.nullable() })
export const historyShape = z.object({
  entryId: z.uuid(),
  at: z.iso.datetime(),
  actor: z.string(),
  operation: z.string(),
  reason: text,
  changes: z.array(
    z.object({
      label: bilingual,
      summary: bilingual,
      done: z.enum(['recorded', 'closed', 'corrected']),
      why: text,
      lines: z.array(lineShape),
    }),
  ),
})
export type HistoryEntry = z.output<typeof historyShape>

export const readHistory = operation({
  id: 'people.persons.history',
  method: 'GET',
  path: '/api/people/:personId/history',
  permission: 'people.read',
  input: z.object({ personId: idText, purpose: purposeField.optional() }),
  reply: z.object({ entries: z.array(historyShape) }),
  scope: { person: 'personId' },
  looksAt: 'personId',
  summary: { vi: 'Ai đã ghi gì vào hồ sơ, trước và sau', en: 'Who recorded what in the file, before and after' },
})
