import { expect, test } from 'vitest'
import { enrolmentAddress, isSecondFactorRequired, newSecret, readCode, recoveryCodeOf, stepOfCode } from './second-factor.ts'

// The example of RFC 6238, appendix B: the ASCII text 12345678901234567890, SHA-1; the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('the codes are those of the standard', () => {
  expect(stepOfCode(secret, '287082', new Date(59_000))).toBe(1)
  expect(stepOfCode(secret, '081804', new Date(1_111_111_109_000))).toBe(37_037_036)
  expect(stepOfCode(secret, '005924', new Date(1_234_567_890_000))).toBe(41_152_263)
})

test('a code is taken half a minute early or late, and no longer', () => {
  const at = (seconds: number) => stepOfCode(secret, '287082', new Date(seconds * 1000))
  expect([0, 30, 59, 89].map(at)).toEqual([1, 1, 1, 1])
  expect(at(90)).toBeNull()
  expect(stepOfCode(secret, '287083', new Date(59_000))).toBeNull()
})

test('each account gets a secret of its own, and the picture names the service and the account', () => {
  const one = newSecret()
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(one)
  const address = new URL(enrolmentAddress(one, 'tochuc'))
  expect(decodeURIComponent(address.pathname)).toBe('/Kế Cận:tochuc')
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: one, issuer: 'Kế Cận', digits: '6', period: '30' })
})

test('a code may be typed with spaces, dashes and capitals', () => {
  expect(readCode(' 287 082 ')).toEqual({ kind: 'app', code: '287082' })
  const code = recoveryCodeOf(Uint8Array.of(0, 17, 34, 51, 68, 85, 102, 119, 136, 255))
  expect(code).toMatch(/^(\w{4}-){3}\w{4}$/)
  expect(readCode(code.toUpperCase())).toEqual({ kind: 'recovery', code: code.replaceAll('-', '') })
  expect(readCode('28708')).toBeNull()
  expect(readCode('không phải mã')).toBeNull()
})

test('a second factor is asked of whoever holds a role that asks for it', () => {
  expect(isSecondFactorRequired(['administrator'], ['inspector', 'administrator'])).toBe(true)
  expect(isSecondFactorRequired(['administrator'], ['inspector'])).toBe(false)
  expect(isSecondFactorRequired([], ['administrator'])).toBe(false)
})
