import { openProvider } from '#modules/access/oidc-provider.node.ts'
import { readSettings, type OidcSettings } from '#modules/access/oidc-settings.ts'
import type { Io } from './command-line.ts'

/** Single sign-on as the environment sets it up. What is wrong with it is told, and stops nothing else. */
export function signOnFromEnvironment(io: Io): OidcSettings | null {
  const { settings, wrong } = readSettings(process.env)
  if (wrong) io.say(`${wrong.vi}\n${wrong.en}`)
  if (settings) void tryProvider(settings, io)
  return settings
}

async function tryProvider(settings: OidcSettings, io: Io): Promise<void> {
  let why = ''
  const provider = openProvider(settings, (reason) => (why = reason))
  await provider.discover().catch(() => {
    io.say(`Chưa đăng nhập một lần được qua ${settings.issuer}: ${why}. Hệ thống sẽ thử lại; mật khẩu vẫn dùng được.`)
    io.say(`No single sign-on by ${settings.issuer} yet: ${why}. The system will try again; passwords work as usual.`)
  })
}
