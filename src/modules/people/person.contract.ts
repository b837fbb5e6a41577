import { z } from 'zod'
import { officialKinds } from '#law/official-kinds.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { basisFields, correctionFields } from './basis.ts'
import { assignmentKinds, identityKinds, membershipKinds } from './kinds.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const shortText = z.string().trim().max(300).nullable().default(null)
const partial = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()
  .default(null)
const reason = z.string().trim().min(3).max(500)
const permission = 'people.write'

/** What a curriculum vitae says; dates of a person may be a year or a month only. */
export const profileFields = {
  fullName: z.string().trim().min(2).max(100),
  sex: z.enum(['male', 'female']).nullable().default(null),
  birth: partial,
  ethnicity: z
    .string()
    .regex(/^\d\d$/)
    .nullable()
    .default(null),
  religion: z
    .string()
    .regex(/^\d\d$/)
    .nullable()
    .default(null),
  nativePlace: shortText,
  birthplace: shortText,
  residence: shortText,
  generalEducation: z.string().trim().max(20).nullable().default(null),
  partyJoined: partial,
  partyOfficial: partial,
  phone: z.string().trim().max(30).nullable().default(null),
}

export const postFields = {
  kind: z.enum(keysOf(assignmentKinds)).default('main'),
  unitId: idText,
  titleCode: z.string().max(40).nullable().default(null),
  titleText: z.string().trim().max(200).default(''),
  officialKind: z.enum(keysOf(officialKinds)).nullable().default(null),
  from: dayText,
  to: dayText.nullable().default(null),
}

export const createPerson = operation({
  id: 'people.persons.create',
  method: 'POST',
  path: '/api/people',
  permission,
  input: z.object({
    ...profileFields,
    cccd: z.string().trim().max(20).nullable().default(null),
    unitId: idText,
    from: dayText,
    /** An official has a post; one from outside the payroll a membership. */
    as: z.discriminatedUnion('tie', [
      z.object({
        tie: z.literal('post'),
        titleCode: postFields.titleCode,
        titleText: postFields.titleText,
        officialKind: postFields.officialKind,
      }),
      z.object({ tie: z.literal('membership'), kind: z.enum(keysOf(membershipKinds)), association: shortText, titleText: shortText }),
    ]),
    ...basisFields,
  }),
  reply: z.object({ personId: z.uuid() }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Thêm người vào hồ sơ', en: 'Enter a person' },
})

/** Left out of a correction, a guarded field stays as it is: an officer corrects a name without seeing the religion. */
const correctedFields = {
  ...profileFields,
  ethnicity: profileFields.ethnicity.unwrap().optional(),
  religion: profileFields.religion.unwrap().optional(),
  residence: profileFields.residence.unwrap().optional(),
  partyJoined: profileFields.partyJoined.unwrap().optional(),
  partyOfficial: profileFields.partyOfficial.unwrap().optional(),
  phone: profileFields.phone.unwrap().optional(),
}

export const correctProfile = operation({
  id: 'people.persons.correct',
  method: 'PUT',
  path: '/api/people/:personId/profile',
  permission,
  /** `seenId` is the curriculum vitae that the officer had before them: what another has corrected since is not written over. */
  input: z.object({ personId: idText, seenId: idText.optional(), ...correctedFields, ...correctionFields }),
  reply: z.object({}),
  scope: { person: 'personId' },
  summary: { vi: 'Sửa lý lịch', en: 'Correct a curriculum vitae' },
})

const identityFields = { kind: z.enum(keysOf(identityKinds)), number: z.string().trim().min(3).max(30), from: dayText }

export const recordIdentity = operation({
  id: 'people.identities.record',
  method: 'POST',
  path: '/api/people/:personId/identities',
  permission,
  input: z.object({ personId: idText, ...identityFields, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi số giấy tờ định danh mới', en: 'Record a new identity number' },
})

export const correctIdentity = operation({
  id: 'people.identities.correct',
  method: 'PUT',
  path: '/api/people/:personId/identities/:identityId',
  permission,
  input: z.object({
    personId: idText,
    identityId: idText,
    number: identityFields.number,
    from: dayText,
    to: dayText.nullable().default(null),
    ...correctionFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Sửa số giấy tờ ghi sai', en: 'Correct an identity number' },
})

export const recordAssignment = operation({
  id: 'people.assignments.record',
  method: 'POST',
  path: '/api/people/:personId/assignments',
  permission,
  input: z.object({ personId: idText, ...postFields, endFormer: z.boolean().default(false), ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId', unit: 'unitId' },
  summary: { vi: 'Ghi chức danh đảm nhiệm', en: 'Record a post' },
})

export const endAssignment = operation({
  id: 'people.assignments.end',
  method: 'POST',
  path: '/api/people/:personId/assignments/:assignmentId/end',
  permission,
  /** `on` is the first day on which the post is no longer held. */
  input: z.object({ personId: idText, assignmentId: idText, on: dayText, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Thôi giữ chức danh', en: 'End a post' },
})

export const correctAssignment = operation({
  id: 'people.assignments.correct',
  method: 'PUT',
  path: '/api/people/:personId/assignments/:assignmentId',
  permission,
  input: z.object({ personId: idText, assignmentId: idText, ...postFields, ...correctionFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId', unit: 'unitId' },
  summary: { vi: 'Sửa chức danh ghi sai', en: 'Correct a post' },
})

export const recordMembership = operation({
  id: 'people.memberships.record',
  method: 'POST',
  path: '/api/people/:personId/memberships',
  permission,
  input: z.object({
    personId: idText,
    kind: z.enum(keysOf(membershipKinds)),
    association: shortText,
    titleText: shortText,
    unitId: idText,
    from: dayText,
    to: dayText.nullable().default(null),
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId', unit: 'unitId' },
  summary: { vi: 'Ghi tư cách đại biểu, đảng viên, hội viên', en: 'Record a membership' },
})

export const endMembership = operation({
  id: 'people.memberships.end',
  method: 'POST',
  path: '/api/people/:personId/memberships/:membershipId/end',
  permission,
  input: z.object({ personId: idText, membershipId: idText, on: dayText, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Thôi tư cách', en: 'End a membership' },
})

export const retractFact = operation({
  id: 'people.facts.retract',
  method: 'POST',
  path: '/api/people/:personId/facts/:factId/retraction',
  permission,
  input: z.object({
    personId: idText,
    factId: idText,
    table: z.enum([
      'people.identity',
      'people.assignment',
      'people.membership',
      'qualifications.qualification',
      'evaluation.rating',
      'training.sending',
      'training.enrolment',
      'movements.secondment',
    ]),
    reason,
  }),
  reply: z.object({}),
  scope: { person: 'personId' },
  summary: { vi: 'Xóa điều ghi nhầm khỏi hồ sơ hiện hành', en: 'Take back a fact recorded in error' },
})
