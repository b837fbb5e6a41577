import { expect, test } from 'vitest'
import { readSettings } from './oidc-settings.ts'

const whole = {
  KECAN_OIDC_ISSUER: 'https://sso.example/realms/tinh',
  KECAN_OIDC_CLIENT_ID: 'kecan',
  KECAN_OIDC_CLIENT_SECRET: 'secret',
  KECAN_PUBLIC_URL: 'https://kecan.example',
}

test('nothing said is no single sign-on, and nothing is wrong', () => {
  expect(readSettings({ KECAN_PUBLIC_URL: 'https://kecan.example' })).toEqual({ settings: null, wrong: null })
})

test('by default accounts are found by their verified e-mail, and the button bears the provider’s name', () => {
  expect(readSettings(whole).settings).toEqual({
    issuer: 'https://sso.example/realms/tinh',
    clientId: 'kecan',
    clientSecret: 'secret',
    claim: 'email',
    match: 'email',
    name: 'sso.example',
    redirectUri: 'https://kecan.example/sign-on',
  })
})

test('another claim is compared with the user name, or with the official’s number when that is said', () => {
  expect(readSettings({ ...whole, KECAN_OIDC_CLAIM: 'preferred_username' }).settings?.match).toBe('username')
  const official = { ...whole, KECAN_OIDC_CLAIM: 'employee_number', KECAN_OIDC_MATCH: 'official', KECAN_OIDC_NAME: 'Cổng tỉnh' }
  expect(readSettings(official).settings).toMatchObject({ claim: 'employee_number', match: 'official', name: 'Cổng tỉnh' })
})

test('what is missing or cannot work is named, and passwords still work', () => {
  const { wrong } = readSettings({ KECAN_OIDC_ISSUER: whole.KECAN_OIDC_ISSUER })
  expect(wrong?.vi).toContain('thiếu KECAN_OIDC_CLIENT_ID, KECAN_OIDC_CLIENT_SECRET, KECAN_PUBLIC_URL')
  expect(wrong?.en).toContain('Sign-in by password works as usual')
  const changes: Record<string, string>[] = [
    { KECAN_OIDC_ISSUER: 'http://sso.example' },
    { KECAN_OIDC_ISSUER: 'sso.example' },
    { KECAN_PUBLIC_URL: 'http://kecan.example' },
    { KECAN_OIDC_MATCH: 'telephone' },
  ]
  for (const change of changes) expect(readSettings({ ...whole, ...change })).toMatchObject({ settings: null, wrong: {} })
})

test('plain http is for this very machine only', () => {
  for (const host of ['localhost:9000', '127.0.0.1:9000', '[::1]:9000'])
    expect(readSettings({ ...whole, KECAN_OIDC_ISSUER: `http://${host}` }).wrong).toBeNull()
  for (const host of ['127.0.0.1.evil.example', '10.0.0.1', 'localhost.evil.example'])
    expect(readSettings({ ...whole, KECAN_OIDC_ISSUER: `http://${host}` }).settings).toBeNull()
})
