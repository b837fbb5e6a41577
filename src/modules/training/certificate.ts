import { warning, type Objection } from '#lib/override.ts'
import type { Paper } from '#modules/people/basis.ts'
import type { EnrolmentState } from './result.ts'

/** Crockford's signs: none that is read for another (no I, L, O, U). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const signsOfCode = 10

/**
 * The check sign over the others, in the field of 32 elements: one sign misread or two neighbours changed about always give
 * another one.
 */
function checkSignOf(values: readonly number[]): string {
  const sum = values.reduce((before, value) => timesTwo(before ^ value), 0)
  return signs.charAt(sum)
}

function timesTwo(value: number): number {
  return value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1
}

/** A check code of nine random bytes: nine signs of five random bits each, and the check sign. */
export function checkCodeOf(random: Uint8Array): string {
  const values = Array.from(random.slice(0, signsOfCode - 1), (byte) => byte & 31)
  return values.map((value) => signs.charAt(value)).join('') + checkSignOf(values)
}

/** The code as it is kept, from what somebody typed; null where a sign is wrong or missing, so that nobody need look for it. */
export function readCheckCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = Array.from(plain, (sign) => signs.indexOf(sign))
  if (values.length !== signsOfCode || values.includes(-1)) return null
  return checkSignOf(values.slice(0, -1)) === plain.at(-1) ? plain : null
}

/** 'K7M2Q-9XW4D' */
export function shownCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** The places in a pattern of numbers that are filled in. */
export const numberPlace = '{số}'
export const yearPlace = '{năm}'
export const usualPattern = `${numberPlace}/${yearPlace}/CN`

export function certificateNumber(pattern: string, registerNo: number, year: number): string {
  return pattern.replaceAll(numberPlace, String(registerNo)).replaceAll(yearPlace, String(year))
}

export type CertificateState = 'valid' | 'expired' | 'annulled'

export type ToCertify = { name: string; state: EnrolmentState; stateOn: string | null; hasCertificate: boolean }

/** Why these trainees may not be given certificates so. */
export function issueObjections(
  given: { issuedOn: string; expiresOn: string | null; pattern: string },
  trainees: readonly ToCertify[],
  today: string,
): Objection[] {
  const objections: Objection[] = []
  const namesWhere = (isSo: (one: ToCertify) => boolean) => trainees.filter(isSo).map(({ name }) => name)
  const listed = (code: string, names: string[]) => (names.length > 0 ? [{ code, names }] : [])
  if (trainees.length === 0) objections.push({ code: 'nobody-to-certify' })
  if (given.issuedOn > today) objections.push({ code: 'certificate-in-future', on: given.issuedOn })
  if (given.expiresOn !== null && given.expiresOn <= given.issuedOn)
    objections.push({ code: 'end-before-start', from: given.issuedOn, to: given.expiresOn })
  if (!given.pattern.includes(numberPlace)) objections.push({ code: 'pattern-without-number', place: numberPlace })
  objections.push(
    ...listed(
      'not-completed',
      namesWhere(({ state }) => state !== 'completed'),
    ),
    ...listed(
      'certificate-issued',
      namesWhere(({ hasCertificate }) => hasCertificate),
    ),
  )
  const early = namesWhere(({ stateOn }) => stateOn !== null && given.issuedOn < stateOn)
  return early.length > 0 ? [...objections, warning('certificate-before-result', { names: early })] : objections
}

/** Why the certificate may not be annulled so. */
export function annulObjections(
  given: { on: string; decisionId: string | null; paper: Paper | undefined },
  certificate: { issuedOn: string },
  today: string,
): Objection[] {
  if (given.decisionId !== null && !given.paper) return [{ code: 'decision-unknown' }]
  if (given.paper?.withdrawnOn) return [{ code: 'decision-withdrawn', decision: given.paper.code, on: given.paper.withdrawnOn }]
  if (given.on < certificate.issuedOn) return [{ code: 'end-before-start', from: certificate.issuedOn, to: given.on }]
  return given.on > today ? [{ code: 'annulled-in-future', on: given.on }] : []
}
