import { z } from 'zod'
import { passwordShape, sessionShape } from '#modules/access/session.contract.ts'
import { dayText, operation } from '#lib/operation.ts'
import { kindShape } from './unit.contract.ts'

const name = z.string().trim().min(1).max(200)

export const readAuthority = operation({
  id: 'organisation.authority.read',
  method: 'GET',
  path: '/api/authority',
  permission: 'everyone',
  input: z.object({}),
  reply: z.object({ authority: z.object({ unitId: z.uuid(), vi: z.string(), en: z.string() }).nullable() }),
  summary: { vi: 'Cơ quan dùng hệ thống này', en: 'The authority this installation serves' },
})

export const draftShape = z.object({
  nameVi: name,
  nameEn: name,
  kind: kindShape,
  code: z.string().trim().min(1).max(20).nullable(),
  /** Its place in the same list; null right below the authority. */
  parent: z.number().int().min(0).nullable(),
})

export const foundAuthority = operation({
  id: 'organisation.authority.found',
  method: 'POST',
  path: '/api/authority',
  permission: 'everyone',
  input: z.object({
    nameVi: name,
    nameEn: name,
    kind: kindShape,
    code: z.string().trim().max(20).optional(),
    /** The day from which the units are kept. */
    from: dayText,
    units: z.array(draftShape).max(20_000),
    username: z
      .string()
      .trim()
      .regex(/^[\w.@-]{2,60}$/),
    displayName: name,
    password: passwordShape,
  }),
  reply: sessionShape.pick({ authority: true }),
  secret: ['password'],
  summary: { vi: 'Khai báo cơ quan và người quản trị đầu tiên', en: 'Found the authority and its first administrator' },
})

export const draftUnits = operation({
  id: 'organisation.authority.draft',
  method: 'POST',
  path: '/api/authority/draft',
  permission: 'everyone',
  takes: 'file',
  input: z.object({}),
  reply: z.object({ units: z.array(draftShape), problems: z.array(z.looseObject({ code: z.string() })) }),
  summary: { vi: 'Đọc cây đơn vị từ bảng tính', en: 'Read the tree of units from a workbook' },
})
