import { Secret, TOTP } from 'otpauth'

/** The name under which an authenticator app lists us. */
const issuer = 'Kế Cận'
const stepSeconds = 30
// A clock may be off by half a minute, and typing takes its time.
const stepsAround = 1
export const recoveryCodeCount = 10

/** 160 bits in the letters that authenticator apps take. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR picture says: the secret, for whom and of which service. */
export function enrolmentAddress(secret: string, username: string): string {
  return totpOf(secret, username).toString()
}

/** The time step of which this is the code, or null when it is none of now; a step may be used once. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret, '')
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: stepsAround })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + delta
}

export type GivenCode = { kind: 'app'; code: string } | { kind: 'recovery'; code: string }

/** Reads what was typed: six digits of the app, or a recovery code; spaces, dashes and capitals do not matter. */
export function readCode(typed: string): GivenCode | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'app', code: plain }
  return recoveryShape.test(plain) ? { kind: 'recovery', code: plain } : null
}

// No i, l, o and u: nothing that is misread on paper.
const recoveryLetters = '0123456789abcdefghjkmnpqrstvwxyz'
const recoveryShape = new RegExp(`^[${recoveryLetters}]{16}$`)

/** A recovery code of 80 bits in the form in which it is read and typed, such as k7f2-9xqd-m3ta-05vw. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => recoveryLetters[Number.parseInt(five, 2)])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** Whether a role that the account holds asks for a second factor. */
export function isSecondFactorRequired(askingRoles: readonly string[], held: readonly string[]): boolean {
  return held.some((role) => askingRoles.includes(role))
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret: Secret.fromBase32(secret) })
}
