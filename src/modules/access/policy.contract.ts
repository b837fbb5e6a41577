import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { roles } from './roles.ts'

const rules = z.object({
  /** Whoever holds one of these has a second factor or sets one up before anything else. */
  secondFactorRoles: z.array(z.enum(roles)).max(roles.length),
  idleMinutes: z.number().int().min(15).max(1440),
  wholeDays: z.number().int().min(1).max(14),
})
const permission = 'access.accounts'
const path = '/api/sign-in-rules'

export const readPolicy = operation({
  id: 'access.policy.read',
  method: 'GET',
  path,
  permission,
  input: z.object({}),
  /** Rules are for the whole installation: only who administers all of it sets them. */
  reply: rules.extend({ maySet: z.boolean() }),
  summary: { vi: 'Quy định đăng nhập', en: 'Rules of sign-in' },
})

export const setPolicy = operation({
  id: 'access.policy.set',
  method: 'PUT',
  path,
  permission,
  input: rules,
  reply: z.object({}),
  summary: { vi: 'Đặt quy định đăng nhập', en: 'Set the rules of sign-in' },
})
