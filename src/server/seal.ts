import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keysFor } from './secret.ts'

const purpose = 'second factor'
const version = 1
const nonceBytes = 12
const tagBytes = 16

/** Seals a secret (AES-256-GCM) so that the database alone does not tell it; it opens only for the same owner. */
export function seal(secret: string, owner: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keysFor(purpose).present, nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed; null when the installation's secret is neither the present nor the former one, or the seal was moved or altered. */
export function unseal(sealed: Buffer, owner: string): string | null {
  const { present, former } = keysFor(purpose)
  return opened(sealed, owner, present) ?? (former === undefined ? null : opened(sealed, owner, former))
}

function opened(sealed: Buffer, owner: string, key: Buffer): string | null {
  const nonce = sealed.subarray(1, 1 + nonceBytes)
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
  if (sealed[0] !== version || tag.length < tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return null // GCM says only that it does not open.
  }
}
