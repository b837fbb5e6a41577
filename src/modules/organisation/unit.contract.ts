import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { unitKinds } from './unit-kind.ts'

const name = z.string().trim().min(1).max(200)
const nameShape = { vi: z.string(), en: z.string() }
const daysShape = { from: dayText, to: dayText.nullable() }

export const kindShape = z.enum(unitKinds)
export const codeShape = z.object({ scheme: z.enum(['administrative', 'own']), code: z.string().trim().min(1).max(20) })
export const parentsShape = z.object({ state: idText.nullable().optional(), party: idText.nullable().optional() })
export const newUnitShape = {
  nameVi: name,
  nameEn: name,
  kind: kindShape,
  place: z.number().int().min(0).max(100_000).optional(),
  codes: z.array(codeShape).max(5).optional(),
  parents: parentsShape.optional(),
}

const nodeShape = z.object({
  unitId: z.uuid(),
  ...nameShape,
  kind: z.string(),
  code: z.string().nullable(),
  /** By either system; both null at the top. */
  stateParentId: z.uuid().nullable(),
  partyParentId: z.uuid().nullable(),
  /** Null where the caller may not see people. */
  own: z.number().int().nullable(),
  under: z.number().int().nullable(),
})
export type UnitNode = z.output<typeof nodeShape>

export const unitTree = operation({
  id: 'organisation.units.tree',
  method: 'GET',
  path: '/api/units',
  permission: 'organisation.read',
  input: z.object({ on: dayText.optional() }),
  reply: z.object({ on: dayText, units: z.array(nodeShape) }),
  summary: { vi: 'Cây đơn vị tại một ngày', en: 'Tree of units on a day' },
})

const foundShape = z.object({
  unitId: z.uuid(),
  ...nameShape,
  kind: z.string(),
  code: z.string().nullable(),
  ...daysShape,
  existsOnDay: z.boolean(),
  parent: z.object(nameShape).nullable(),
  successors: z.array(z.object({ unitId: z.uuid(), ...nameShape, whole: z.boolean() })),
})
export type FoundUnit = z.output<typeof foundShape>

export const findUnits = operation({
  id: 'organisation.units.find',
  method: 'GET',
  path: '/api/units/find',
  permission: 'organisation.read',
  input: z.object({ q: z.string().max(200), on: dayText.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  reply: z.object({ units: z.array(foundShape) }),
  summary: { vi: 'Tìm đơn vị, cả tên cũ', en: 'Find units, old names too' },
})

const successionShape = z.object({
  unitId: z.uuid().nullable(),
  ...nameShape,
  kind: z.string(),
  whole: z.boolean(),
  note: z.string().nullable(),
  onDay: dayText,
  reorganisationId: z.uuid(),
})
export type SuccessionLink = z.output<typeof successionShape>

const versionShape = z.object({ versionId: z.uuid(), ...nameShape, kind: z.string(), ...daysShape, decisionId: z.uuid().nullable() })
export const leaderPostShape = z.object({
  titleCode: z.string(),
  ...nameShape,
  holders: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      unitId: z.uuid(),
      unitVi: z.string(),
      unitEn: z.string(),
      kind: z.string(),
      since: dayText.nullable(),
    }),
  ),
})

export const readUnit = operation({
  id: 'organisation.units.read',
  method: 'GET',
  path: '/api/units/:unitId',
  permission: 'organisation.read',
  input: z.object({ unitId: idText, on: dayText.optional() }),
  reply: z.object({
    unitId: z.uuid(),
    on: dayText,
    existsOnDay: z.boolean(),
    /** The version of the day, or the last one before it, or the first. */
    shown: versionShape,
    versions: z.array(versionShape),
    codes: z.array(z.object({ scheme: z.string(), code: z.string(), ...daysShape })),
    parents: z.array(z.object({ unitId: z.uuid(), ...nameShape, system: z.enum(['state', 'party']), ...daysShape })),
    children: z.array(z.object({ unitId: z.uuid(), ...nameShape, kind: z.string(), under: z.number().int().nullable() })),
    predecessors: z.array(successionShape),
    successors: z.array(successionShape),
    /** Null where the caller may not see people or the unit does not exist on the day. */
    people: z
      .object({
        own: z.number().int(),
        under: z.number().int(),
        ages: z.array(z.object({ from: z.number().int(), male: z.number().int(), female: z.number().int(), unknown: z.number().int() })),
        retirement: z.object({ male: z.number(), female: z.number() }),
        leaders: z.array(leaderPostShape),
      })
      .nullable(),
  }),
  summary: { vi: 'Một đơn vị: tên, mã, lịch sử, con người', en: 'One unit: names, codes, history, people' },
})

export const createUnit = operation({
  id: 'organisation.units.create',
  method: 'POST',
  path: '/api/units',
  permission: 'organisation.write',
  input: z.object({ ...newUnitShape, from: dayText, to: dayText.nullable().optional(), decisionId: idText.nullable().optional() }),
  reply: z.object({ unitId: z.uuid() }),
  summary: { vi: 'Lập đơn vị', en: 'Enter a unit' },
})

export const correctUnit = operation({
  id: 'organisation.units.correct',
  method: 'PUT',
  path: '/api/units/:unitId/versions/:versionId',
  permission: 'organisation.write',
  input: z.object({
    unitId: idText,
    versionId: idText,
    nameVi: name,
    nameEn: name,
    kind: kindShape,
    place: z.number().int().min(0).max(100_000).optional(),
    reason: z.string().trim().min(1).max(500),
  }),
  reply: z.object({}),
  scope: { unit: 'unitId' },
  summary: { vi: 'Sửa tên, loại đơn vị ghi sai', en: 'Correct a unit’s name or kind' },
})
