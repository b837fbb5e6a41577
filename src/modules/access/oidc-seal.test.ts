import { expect, test } from 'vitest'
import { openPending, sealPending, type Pending } from './oidc-seal.node.ts'
import type { OidcSettings } from './oidc-settings.ts'

const settings: OidcSettings = {
  issuer: 'https://sso.example',
  clientId: 'kecan',
  clientSecret: 'secret',
  claim: 'email',
  match: 'email',
  name: 'Cổng',
  redirectUri: 'https://kecan.example/sign-on',
}
const pending: Pending = {
  state: 'state',
  nonce: 'nonce',
  verifier: 'the verifier',
  purpose: 'enter',
  next: '/',
  accountId: null,
  begunAt: '2026-11-23T05:00:00.000Z',
}

test('a sign-in under way is read again by the same installation only', () => {
  const sealed = sealPending(pending, settings)
  expect(openPending(sealed, settings)).toEqual(pending)
  expect(openPending(sealed, { ...settings, clientSecret: 'another' })).toBeNull()
  expect(openPending(sealed, { ...settings, issuer: 'https://another.example' })).toBeNull()
})

test('the browser that keeps it can neither read nor change it', () => {
  const sealed = sealPending(pending, settings)
  const bytes = Buffer.from(sealed, 'base64url')
  expect(bytes.toString('latin1')).not.toContain('verifier')
  for (const at of [0, 12, 28, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(openPending(changed.toString('base64url'), settings)).toBeNull()
  }
  for (const odd of ['', 'x', sealed.slice(0, 30), `${sealed}AAAA`]) expect(openPending(odd, settings)).toBeNull()
})
