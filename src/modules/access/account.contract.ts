import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'
import { roles } from './roles.ts'
import { passwordShape } from './session.contract.ts'

export const grantShape = z.object({
  id: z.uuid(),
  role: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.object({ vi: z.string(), en: z.string() }).nullable(),
})
export const accountShape = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  personId: z.uuid().nullable(),
  status: z.string(),
  /** After wrong guesses: until when somebody has to wait, every stranger or only whoever guessed from one address. */
  lock: z.object({ until: z.iso.datetime(), isEverywhere: z.boolean() }).nullable(),
  hasSecondFactor: z.boolean(),
  grants: z.array(grantShape),
})
export type Account = z.output<typeof accountShape>

const permission = 'access.accounts'
const reason = z.string().trim().min(1).max(500)
const username = z
  .string()
  .trim()
  .regex(/^[\w.@-]{2,60}$/)
const newGrant = z.object({ role: z.enum(roles), unitId: idText.nullable() })

export const listAccounts = operation({
  id: 'access.accounts.list',
  method: 'GET',
  path: '/api/accounts',
  permission,
  input: z.object({}),
  reply: z.object({ accounts: z.array(accountShape) }),
  summary: { vi: 'Danh sách tài khoản', en: 'List of accounts' },
})

export const createAccount = operation({
  id: 'access.accounts.create',
  method: 'POST',
  path: '/api/accounts',
  permission,
  input: z.object({
    username,
    displayName: z.string().trim().min(1).max(200),
    password: passwordShape,
    personId: idText.nullable().default(null),
    grants: z.array(newGrant),
  }),
  reply: z.object({ id: z.uuid() }),
  secret: ['password'],
  summary: { vi: 'Lập tài khoản', en: 'Create an account' },
})

export const grantRole = operation({
  id: 'access.accounts.grant',
  method: 'POST',
  path: '/api/accounts/:accountId/grants',
  permission,
  input: z.object({ accountId: idText, ...newGrant.shape }),
  reply: z.object({}),
  summary: { vi: 'Giao vai trò', en: 'Grant a role' },
})

export const endGrant = operation({
  id: 'access.accounts.endGrant',
  method: 'DELETE',
  path: '/api/accounts/:accountId/grants/:grantId',
  permission,
  input: z.object({ accountId: idText, grantId: idText }),
  reply: z.object({}),
  summary: { vi: 'Thôi giao vai trò', en: 'End a role' },
})

export const closeAccount = operation({
  id: 'access.accounts.close',
  method: 'DELETE',
  path: '/api/accounts/:accountId',
  permission,
  input: z.object({ accountId: idText, reason }),
  reply: z.object({}),
  summary: { vi: 'Khóa tài khoản', en: 'Close an account' },
})

export const resetPassword = operation({
  id: 'access.accounts.resetPassword',
  method: 'PUT',
  path: '/api/accounts/:accountId/password',
  permission,
  input: z.object({ accountId: idText, password: passwordShape }),
  reply: z.object({}),
  secret: ['password'],
  summary: { vi: 'Đặt lại mật khẩu', en: 'Reset a password' },
})

export const unlockAccount = operation({
  id: 'access.accounts.unlock',
  method: 'POST',
  path: '/api/accounts/:accountId/unlock',
  permission,
  input: z.object({ accountId: idText, reason }),
  reply: z.object({}),
  summary: { vi: 'Mở khóa đăng nhập', en: 'Unlock the sign-in' },
})

export const resetSecondFactor = operation({
  id: 'access.accounts.resetSecondFactor',
  method: 'DELETE',
  path: '/api/accounts/:accountId/second-factor',
  permission,
  input: z.object({ accountId: idText, reason }),
  reply: z.object({}),
  summary: { vi: 'Đặt lại xác thực hai lớp', en: 'Reset a second factor' },
})
