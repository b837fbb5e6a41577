import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { leastSigns, mostSigns } from './password-length.ts'

export const sessionShape = z.object({
  account: z
    .object({
      id: z.uuid(),
      username: z.string(),
      displayName: z.string(),
      personId: z.uuid().nullable(),
      language: z.enum(['vi', 'en']),
      mustChangePassword: z.boolean(),
      /** A role asks for a second factor that is not set up yet. */
      mustEnrol: z.boolean(),
      grants: z.array(
        z.object({ role: z.string(), unitId: z.uuid().nullable(), unitName: z.object({ vi: z.string(), en: z.string() }).nullable() }),
      ),
      permissions: z.array(z.string()),
    })
    .nullable(),
  /** The password was right and the code of the second factor is still to come; nothing is told of the account before. */
  awaitsCode: z.boolean(),
  /** The root unit of this installation; null until the first-run page is done. */
  authority: z.object({ unitId: z.uuid(), vi: z.string(), en: z.string() }).nullable(),
  firstRun: z.boolean(),
  /** Shown on the sign-in page of the demo, never of a real authority. */
  demoAccounts: z.array(z.object({ username: z.string(), password: z.string(), displayName: z.string(), role: z.string() })),
  today: z.iso.date(),
})
export type Session = z.output<typeof sessionShape>

export const readSession = operation({
  id: 'access.session.read',
  method: 'GET',
  path: '/api/session',
  permission: 'everyone',
  input: z.object({}),
  reply: sessionShape,
  summary: { vi: 'Phiên làm việc hiện tại', en: 'The present session' },
})

export const openSession = operation({
  id: 'access.session.open',
  method: 'POST',
  path: '/api/session',
  permission: 'everyone',
  input: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  reply: sessionShape,
  // People type passwords into the box for the name, too; the entry names the account itself.
  secret: ['username', 'password'],
  summary: { vi: 'Đăng nhập', en: 'Sign in' },
})

export const codeShape = z.string().trim().min(6).max(40)

export const confirmSession = operation({
  id: 'access.session.confirm',
  method: 'POST',
  path: '/api/session/code',
  permission: 'everyone',
  input: z.object({ code: codeShape }),
  reply: sessionShape,
  secret: ['code'],
  summary: { vi: 'Đăng nhập: nhập mã xác thực', en: 'Sign in: give the code' },
})

export const closeSession = operation({
  id: 'access.session.close',
  method: 'DELETE',
  path: '/api/session',
  permission: 'signed-in',
  input: z.object({}),
  /** `continueAt`: where the browser goes on to sign out of the provider by which the session was opened. */
  reply: z.object({ isSignedOut: z.literal(true), continueAt: z.url().nullable() }),
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
})

/** Of a new password; what else speaks against one says `passwordObjections`. */
export const passwordShape = z.string().min(leastSigns).max(mostSigns)

export const changePassword = operation({
  id: 'access.password.change',
  method: 'PUT',
  path: '/api/session/password',
  permission: 'signed-in',
  input: z.object({ current: z.string().min(1).max(mostSigns), next: passwordShape }),
  reply: z.object({}),
  secret: ['current', 'next'],
  summary: { vi: 'Đổi mật khẩu', en: 'Change one’s password' },
})

export const setLanguage = operation({
  id: 'access.language.set',
  method: 'PUT',
  path: '/api/session/language',
  permission: 'signed-in',
  input: z.object({ language: z.enum(['vi', 'en']) }),
  reply: z.object({}),
  summary: { vi: 'Chọn ngôn ngữ', en: 'Choose the language' },
})
