import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { OidcSettings } from './oidc-settings.ts'
import type { Purpose } from './oidc.ts'

/** A sign-in under way at the provider. */
export type Pending = {
  state: string
  nonce: string
  verifier: string
  purpose: Purpose
  next: string
  /** Who wants to link an identity; nobody who signs in. */
  accountId: string | null
  begunAt: string
}

const ivLength = 12
const tagLength = 16

/** Sealed so that only a server of this installation reads or makes it: the browser merely keeps it. */
export function sealPending(pending: Pending, settings: OidcSettings): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyOf(settings), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(pending), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; null for anything else. */
export function openPending(sealed: string, settings: OidcSettings): Pending | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= ivLength + tagLength) return null
  const opener = createDecipheriv('aes-256-gcm', keyOf(settings), bytes.subarray(0, ivLength), { authTagLength: tagLength })
  opener.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
  try {
    const text = Buffer.concat([opener.update(bytes.subarray(ivLength + tagLength)), opener.final()]).toString('utf8')
    // Nobody else can have sealed it.
    return JSON.parse(text) as Pending
  } catch {
    return null
  }
}

/** What is kept of a sign-in that has come back, so that it does not come back twice. */
export function markOf(pending: Pending): Buffer {
  return createHash('sha256').update(pending.state).digest()
}

/** All servers of an installation share the client secret, and so this key; what it seals lives ten minutes. */
function keyOf({ clientSecret, clientId, issuer }: OidcSettings): Buffer {
  return Buffer.from(hkdfSync('sha256', clientSecret, `${issuer} ${clientId}`, 'kecan: sign-in under way', 32))
}
