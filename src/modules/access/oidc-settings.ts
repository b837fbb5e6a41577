import type { Bilingual } from '#lib/language.ts'

/** What the claim must equal in an account: its e-mail or user name, its user name, or the official's number of its person. */
export const matches = ['email', 'username', 'official'] as const
export type Match = (typeof matches)[number]

export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  claim: string
  match: Match
  /** What the button calls the provider. */
  name: string
  /** Where the provider sends the browser back to; it must be registered there. */
  redirectUri: string
}

export type ReadSettings = { settings: OidcSettings | null; wrong: Bilingual | null }

type Environment = Record<string, string | undefined>

/** Single sign-on as the environment sets it up: off when nothing is said, and off with a reason when what is said cannot work. */
export function readSettings(environment: Environment): ReadSettings {
  const of = (name: string) => environment[name]?.trim() || undefined
  const issuer = of('KECAN_OIDC_ISSUER')
  const given = Object.keys(environment).filter((name) => name.startsWith('KECAN_OIDC_') && of(name))
  if (given.length === 0) return { settings: null, wrong: null }
  const needed = ['KECAN_OIDC_ISSUER', 'KECAN_OIDC_CLIENT_ID', 'KECAN_OIDC_CLIENT_SECRET', 'KECAN_PUBLIC_URL']
  const missing = needed.filter((name) => !of(name))
  if (missing.length > 0) return off(`thiếu ${missing.join(', ')}`, `${missing.join(', ')} not set`)
  const publicUrl = of('KECAN_PUBLIC_URL') ?? ''
  const insecure = Object.entries({ KECAN_OIDC_ISSUER: issuer ?? '', KECAN_PUBLIC_URL: publicUrl }).find(([, url]) => !isSafeAddress(url))
  if (insecure)
    return off(
      `${insecure[0]} phải là địa chỉ https:// (http:// chỉ cho chính máy này)`,
      `${insecure[0]} must be an https:// address (http:// only for this very machine)`,
    )
  const claim = of('KECAN_OIDC_CLAIM') ?? 'email'
  const match = of('KECAN_OIDC_MATCH') ?? (claim === 'email' ? 'email' : 'username')
  if (!isMatch(match)) return off(`KECAN_OIDC_MATCH chỉ nhận ${matches.join(', ')}`, `KECAN_OIDC_MATCH takes ${matches.join(', ')} only`)
  return {
    settings: {
      issuer: issuer ?? '',
      clientId: of('KECAN_OIDC_CLIENT_ID') ?? '',
      clientSecret: of('KECAN_OIDC_CLIENT_SECRET') ?? '',
      claim,
      match,
      name: of('KECAN_OIDC_NAME') ?? new URL(issuer ?? '').hostname,
      redirectUri: new URL('/sign-on', publicUrl).href,
    },
    wrong: null,
  }
}

/** Secrets travel to it: HTTPS, or the machine itself. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function isMatch(text: string): text is Match {
  return (matches as readonly string[]).includes(text)
}

function off(vi: string, en: string): ReadSettings {
  return {
    settings: null,
    wrong: {
      vi: `Đăng nhập một lần đang tắt: ${vi}. Vẫn đăng nhập được bằng mật khẩu.`,
      en: `Single sign-on is off: ${en}. Sign-in by password works as usual.`,
    },
  }
}
