import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'

/** What the provider calls back with, at most: a code, a state, an issuer, an error with its description. */
const longestAnswer = 8000
/** The sign-in under way: sealed, in a cookie of its own that no script reads. */
const underWay = 'kecan_sign_on'

export const linkShape = z.object({
  id: z.uuid(),
  issuer: z.string(),
  subject: z.string(),
  claim: z.string(),
  claimValue: z.string(),
  linkedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type SignOnLink = z.output<typeof linkShape>

export const readSignOn = operation({
  id: 'access.signOn.read',
  method: 'GET',
  path: '/api/sign-on',
  permission: 'everyone',
  input: z.object({}),
  reply: z.object({ name: z.string().nullable() }),
  summary: { vi: 'Có đăng nhập một lần hay không', en: 'Whether there is single sign-on' },
})

export const beginSignOn = operation({
  id: 'access.signOn.begin',
  method: 'POST',
  path: '/api/sign-on/begin',
  permission: 'everyone',
  input: z.object({ purpose: z.enum(['enter', 'link']).default('enter'), next: z.string().max(longestAnswer).default('/') }),
  /** The provider's address, to which the browser goes. */
  reply: z.object({ address: z.url() }),
  cookie: { name: underWay },
  summary: { vi: 'Bắt đầu đăng nhập một lần', en: 'Begin a single sign-on' },
})

export const completeSignOn = operation({
  id: 'access.signOn.complete',
  method: 'POST',
  path: '/api/sign-on/complete',
  permission: 'everyone',
  input: z.object({
    /** The query with which the provider sent the browser back. */
    answer: z.string().max(longestAnswer),
    pending: z.string().max(longestAnswer).optional(),
  }),
  reply: z.object({ purpose: z.enum(['enter', 'link']), next: z.string() }),
  cookie: { name: underWay, field: 'pending' },
  secret: ['answer', 'pending'],
  summary: { vi: 'Đăng nhập một lần', en: 'Sign in by single sign-on' },
})

export const readOwnSignOn = operation({
  id: 'access.signOn.own',
  method: 'GET',
  path: '/api/session/sign-on',
  permission: 'signed-in',
  input: z.object({}),
  reply: z.object({ name: z.string().nullable(), links: z.array(linkShape) }),
  summary: { vi: 'Liên kết đăng nhập một lần của mình', en: 'One’s own sign-on links' },
})

export const endOwnSignOn = operation({
  id: 'access.signOn.endOwn',
  method: 'DELETE',
  path: '/api/session/sign-on/:linkId',
  permission: 'signed-in',
  input: z.object({ linkId: idText }),
  reply: z.object({}),
  summary: { vi: 'Gỡ liên kết đăng nhập một lần của mình', en: 'End one’s own sign-on link' },
})

const permission = 'access.accounts'

export const listSignOn = operation({
  id: 'access.signOn.list',
  method: 'GET',
  path: '/api/accounts/:accountId/sign-on',
  permission,
  input: z.object({ accountId: idText }),
  reply: z.object({ name: z.string().nullable(), email: z.string().nullable(), links: z.array(linkShape) }),
  summary: { vi: 'Liên kết đăng nhập một lần của một tài khoản', en: 'Sign-on links of an account' },
})

export const endSignOn = operation({
  id: 'access.signOn.end',
  method: 'DELETE',
  path: '/api/accounts/:accountId/sign-on/:linkId',
  permission,
  input: z.object({ accountId: idText, linkId: idText, reason: z.string().trim().min(1).max(500) }),
  reply: z.object({}),
  summary: { vi: 'Gỡ liên kết đăng nhập một lần', en: 'End a sign-on link' },
})

export const setAccountEmail = operation({
  id: 'access.accounts.setEmail',
  method: 'PUT',
  path: '/api/accounts/:accountId/email',
  permission,
  input: z.object({ accountId: idText, email: z.union([z.literal(''), z.email().max(200)]) }),
  reply: z.object({}),
  summary: { vi: 'Ghi thư điện tử của tài khoản', en: 'Set an account’s e-mail' },
})
