import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimOf, isMultiFactor, ownPath } from './oidc.ts'

test('after signing in one goes to a page of ours, never to another site', () => {
  expect(ownPath('/people?day=2020-01-01#x')).toBe('/people?day=2020-01-01#x')
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
  ]
  for (const wanted of foreign) expect({ wanted, to: ownPath(wanted) }).toEqual({ wanted, to: '/' })
  expect(ownPath('/sign-on?code=1')).toBe('/')
})

test('whatever is asked for, the way leads to our own site', () => {
  const pieces = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '@', ':', '?', '#', '%2f', '\t', '\n', 'evil.example', 'people', 'https:'),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((some) => some.join('')),
        pieces.map((some) => `/${some.join('')}`),
      ),
      (wanted) => {
        const to = ownPath(wanted)
        expect(new URL(to, 'https://kecan.example/sign-on').origin).toBe('https://kecan.example')
        expect(to).toMatch(/^\/(?!\/)/)
      },
    ),
    { numRuns: 2000 },
  )
})

test('an e-mail counts only when the provider says that it is verified', () => {
  expect(claimOf({ email: 'a@x.example', email_verified: true }, 'email')).toEqual({ value: 'a@x.example', isVerified: true })
  for (const email_verified of [false, undefined, null, 'true', 1, 'yes'])
    expect(claimOf({ email: 'a@x.example', email_verified }, 'email')?.isVerified).toBe(false)
  expect(claimOf({ email: 'a@x.example' }, 'email')?.isVerified).toBe(false)
})

test('another claim is the provider’s own word, unless it says that it has not verified it', () => {
  expect(claimOf({ employee_number: 107 }, 'employee_number')).toEqual({ value: '107', isVerified: true })
  expect(claimOf({ employee_number: 'TQ-1', employee_number_verified: false }, 'employee_number')?.isVerified).toBe(false)
})

test('a claim that is empty, long beyond reason or no text is none', () => {
  for (const email of ['', '  ', undefined, null, ['a@x.example'], { a: 1 }, 'a'.repeat(201)])
    expect(claimOf({ email, email_verified: true }, 'email')).toBeNull()
})

test('more than one factor is what the provider calls so', () => {
  expect(isMultiFactor({ amr: ['pwd', 'mfa'] })).toBe(true)
  expect(isMultiFactor({ acr: 'https://refeds.org/profile/mfa' })).toBe(true)
  for (const said of [{}, { amr: ['pwd'] }, { amr: 'mfa' }, { acr: '0' }, { acr: ['mfa'] }]) expect(isMultiFactor(said)).toBe(false)
})
