import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'

const clientPart = z.string().nullable()
export const openSessionShape = z.object({
  id: z.uuid(),
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  address: z.string(),
  browser: clientPart,
  system: clientPart,
  /** The one that asks. */
  isPresent: z.boolean(),
})
export type OpenSession = z.output<typeof openSessionShape>
const sessions = z.object({ sessions: z.array(openSessionShape) })

export const listSessions = operation({
  id: 'access.sessions.list',
  method: 'GET',
  path: '/api/account/sessions',
  permission: 'signed-in',
  input: z.object({}),
  reply: sessions,
  summary: { vi: 'Các phiên đăng nhập của mình', en: 'One’s own sessions' },
})

export const endOwnSession = operation({
  id: 'access.sessions.end',
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  permission: 'signed-in',
  input: z.object({ sessionId: idText }),
  reply: z.object({}),
  summary: { vi: 'Kết thúc một phiên của mình', en: 'End one of one’s own sessions' },
})

export const endOtherSessions = operation({
  id: 'access.sessions.endOthers',
  method: 'DELETE',
  path: '/api/account/sessions',
  permission: 'signed-in',
  input: z.object({}),
  reply: z.object({}),
  summary: { vi: 'Kết thúc mọi phiên khác của mình', en: 'End all one’s other sessions' },
})

const permission = 'access.accounts'

export const listSessionsOf = operation({
  id: 'access.accounts.sessions',
  method: 'GET',
  path: '/api/accounts/:accountId/sessions',
  permission,
  input: z.object({ accountId: idText }),
  reply: sessions,
  summary: { vi: 'Các phiên đăng nhập của một tài khoản', en: 'Sessions of an account' },
})

export const endSessionsOfAccount = operation({
  id: 'access.accounts.endSessions',
  method: 'DELETE',
  path: '/api/accounts/:accountId/sessions',
  permission,
  /** Null: all of them. */
  input: z.object({ accountId: idText, sessionId: idText.nullable().default(null) }),
  reply: z.object({}),
  summary: { vi: 'Kết thúc phiên của một tài khoản', en: 'End sessions of an account' },
})
