import { Agent, request } from 'node:http'
import { sessionCookie } from '#server/http.ts'

export type Answered = { status: number; text: string; bytes: number; ms: number }

/** Asks a server over connections that stay open, as a browser does. */
export class Client {
  readonly #base: URL
  readonly #cookie: string
  readonly #agent: Agent

  constructor(base: string, token: string | null, connections = 1) {
    this.#base = new URL(base)
    this.#cookie = token === null ? '' : `${sessionCookie}=${token}`
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** The answer as it came, and how long it took until its last byte. */
  ask(method: string, path: string, body?: unknown): Promise<Answered> {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const asking = request(new URL(path, this.#base), { method, agent: this.#agent, headers: this.#headers(payload) }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const ms = performance.now() - began
          const whole = Buffer.concat(chunks)
          resolve({ status: answer.statusCode ?? 0, text: whole.toString(), bytes: whole.length, ms })
        })
      })
      asking.on('error', reject)
      asking.end(payload)
    })
  }

  close(): void {
    this.#agent.destroy()
  }

  #headers(payload: string | undefined): Record<string, string | number> {
    return {
      'accept-encoding': 'gzip',
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    }
  }
}
