import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { OidcSettings } from '#modules/access/oidc-settings.ts'
import type { Registered, Told } from './sign-on-provider.ts'

/** How the program is known to the provider. */
export const registered: Registered = {
  redirectUri: 'http://127.0.0.1:8787/sign-on',
  clientId: 'kecan',
  clientSecret: 'a secret between the two',
}

export type TestProvider = {
  issuer: string
  /** Who there is at the provider, and how it behaves, from now on. */
  tell: (told: Told) => Promise<void>
  stop: () => Promise<void>
  /** Follows the address as a browser does, signs in there, and returns the query with which the browser comes back. */
  signIn: (address: string, login: string) => Promise<string>
  /** As `signIn`, but the person gives up at the provider. */
  giveUp: (address: string) => Promise<string>
}

const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running.splice(0)) child.kill()
})

/** Starts a provider that knows the program as registered, on a free port of this machine. */
export async function startProvider(kind: Partial<Registered> = {}): Promise<TestProvider> {
  const known = { ...registered, ...kind }
  const child = fork(join(import.meta.dirname, 'sign-on-provider.ts'), [JSON.stringify(known)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  running.push(child)
  const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }]
  return {
    issuer,
    tell: async (told) => {
      const isTold = once(child, 'message')
      child.send(told)
      await isTold
    },
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
    signIn: async (address, login) => {
      const walk = newWalk(known.redirectUri)
      const form = await walk(address)
      const action = /<form[^>]*action="([^"]+)"/.exec(form.text)?.[1]
      if (!action) throw new Error(`No sign-in form at the provider: ${form.text.slice(0, 300)}`)
      return (await walk(action, new URLSearchParams({ prompt: 'login', login, password: 'any' }))).answer
    },
    giveUp: async (address) => {
      const walk = newWalk(known.redirectUri)
      const form = await walk(address)
      const abort = /<a href="([^"]+)"/.exec(form.text)?.[1] ?? ''
      return (await walk(abort)).answer
    },
  }
}

export function settingsFor({ issuer }: TestProvider, changed: Partial<OidcSettings> = {}): OidcSettings {
  return { ...registered, issuer, claim: 'email', match: 'email', name: 'Cổng tỉnh', ...changed }
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  server.close()
  return typeof place === 'object' && place ? place.port : 0
}

/** Goes from page to page with its own cookies, until a page answers or the way leads back to us. */
function newWalk(home: string) {
  const jar = new Map<string, string>()
  return async (start: string, form?: URLSearchParams): Promise<{ text: string; answer: string }> => {
    let url = start
    for (let step = 0; step < 10; step++) {
      const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
      const posted = step === 0 && form ? { method: 'POST', body: form } : {}
      const response = await fetch(url, { redirect: 'manual', headers: { cookie }, ...posted })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      const next = response.headers.get('location')
      if (!next) return { text: await response.text(), answer: '' }
      url = new URL(next, url).href
      if (url.startsWith(home)) return { text: '', answer: new URL(url).search }
    }
    throw new Error('The provider leads in circles')
  }
}
