import { z } from 'zod'
import { educationLevels } from '#law/education-levels.ts'
import { officialKinds } from '#law/official-kinds.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { dayText, idText, listOf, operation } from '#lib/operation.ts'
import { guardedNames } from './field-classes.ts'
import { exportBasis } from './purposes.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const age = z.coerce.number().int().min(0).max(120)

export const groups = ['officials', 'outside', 'all'] as const
export const statuses = ['serving', 'left', 'all'] as const
export const missingParts = ['birth', 'sex', 'identity', 'degree', 'theory', 'title'] as const
export const sorts = ['name', 'birth', 'unit', 'title', 'since'] as const

/** What a list of persons may be asked for; the page keeps the same fields in its address. */
export const peopleFilters = {
  /** A name without marks, an identity number, a birth date or year. */
  q: z.string().trim().max(200).optional(),
  unitId: idText.optional(),
  group: z.enum(groups).default('officials'),
  status: z.enum(statuses).default('serving'),
  sex: z.enum(['male', 'female']).optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
  ethnicity: listOf(z.string().regex(/^\d\d$/)),
  minority: z.enum(['yes', 'no']).optional(),
  party: z.enum(['member', 'none']).optional(),
  degree: z.enum(keysOf(educationLevels)).optional(),
  theory: z.enum(keysOf(theoryLevels)).optional(),
  stateManagement: z.enum(keysOf(stateManagementLevels)).optional(),
  title: z.string().max(40).optional(),
  leader: z.enum(['yes', 'no']).optional(),
  officialKind: listOf(z.enum(keysOf(officialKinds))),
  studying: z.enum(['yes']).optional(),
  missing: listOf(z.enum(missingParts)),
  sort: z.enum(sorts).default('name'),
  order: z.enum(['up', 'down']).default('up'),
}
export type PeopleFilters = z.output<z.ZodObject<typeof peopleFilters>>

const asked = { day: dayText.optional(), ...peopleFilters }
const unitName = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })

export const personRowShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  birth: z.string().nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  unit: unitName.nullable(),
  title: z.string().nullable(),
  titleCode: z.string().nullable(),
  isLeader: z.boolean(),
  /** How the post is held, or the tie of one from outside the payroll. */
  tie: z.string().nullable(),
  isServing: z.boolean(),
  officialKind: z.string().nullable(),
  since: dayText.nullable(),
  /** Absent, with `partyJoined`, unless asked for, and for whoever may not see the person so closely. */
  ethnicity: z.string().nullable().optional(),
  partyJoined: z.string().nullable().optional(),
  degree: z.object({ level: z.string(), field: z.string().nullable(), fieldCode: z.string().nullable() }).nullable(),
  theory: z.string().nullable(),
  stateManagement: z.string().nullable(),
  /** What is being studied on the day. */
  studying: z.string().nullable(),
  /** Fields kept back for want of the permission: they are not in the row. */
  hidden: z.array(z.string()),
})
export type PersonRow = z.output<typeof personRowShape>

export const spine = operation({
  id: 'people.persons.spine',
  method: 'GET',
  path: '/api/people/spine',
  permission: 'people.read',
  input: z.object(asked),
  reply: z.object({
    total: z.number(),
    /** How many of them can be gone through: of a very long list the first. */
    listed: z.number(),
    anchors: z.array(z.string()),
    /** The unit asked for, by its name. */
    unit: z.object({ vi: z.string(), en: z.string() }).nullable(),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Số người của danh sách và mốc của từng 200 dòng', en: 'How many persons a list has, and the key of every 200th' },
})

export const windowRows = 200

export const window = operation({
  id: 'people.persons.window',
  method: 'GET',
  path: '/api/people',
  permission: 'people.read',
  input: z.object({
    ...asked,
    after: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(windowRows).default(windowRows),
    /** Guarded columns wanted, too; what is shown of them is logged. */
    guarded: listOf(z.enum(['ethnicity', 'partyJoined'])),
  }),
  reply: z.object({ rows: z.array(personRowShape), next: z.string().nullable() }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Một đoạn của danh sách cán bộ, công chức', en: 'A stretch of the list of officials' },
})

export const exportColumns = [
  'name',
  'birth',
  'sex',
  'unit',
  'title',
  'officialKind',
  'since',
  'degree',
  'theory',
  'stateManagement',
  'studying',
  'ethnicity',
  'partyJoined',
] as const
export const sensitiveColumns: readonly (typeof exportColumns)[number][] = exportColumns.filter((column) => guardedNames.has(column))

export const exportList = operation({
  id: 'people.persons.export',
  method: 'GET',
  path: '/api/people/export',
  permission: 'people.read',
  input: z.object({
    ...asked,
    columns: listOf(z.enum(exportColumns)),
    language: z.enum(['vi', 'en']).default('vi'),
    ...exportBasis,
  }),
  reply: z.object({}),
  scope: { unit: 'unitId' },
  gives: 'file',
  summary: { vi: 'Xuất danh sách đang xem ra Excel', en: 'Export the list shown to Excel' },
})
