import type { z } from 'zod'
import { requestOf, type Operation } from '#lib/operation.ts'
import { sessionCookie } from '#server/http.ts'

/** What came back: an answer with its status, or none because the server died. */
export type Outcome<T> = { status: number; reply: T } | { status: null; reply: null }

/** Who works over HTTP with an open session, at an address that may change when the server is started anew. */
export class Officer {
  address: string
  private readonly token: string

  constructor(address: string, token: string) {
    this.address = address
    this.token = token
  }

  async call<I extends z.ZodObject, O extends z.ZodType>(op: Operation<I, O>, input: z.input<I>): Promise<Outcome<z.output<O>>> {
    const { url, body } = requestOf(op, input as Record<string, unknown>)
    const payload = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : { headers: {} }
    return this.send<z.output<O>>(url, { method: op.method, ...payload })
  }

  async upload<I extends z.ZodObject, O extends z.ZodType>(
    op: Operation<I, O>,
    input: z.input<I>,
    bytes: Uint8Array,
  ): Promise<Outcome<z.output<O>>> {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], 'danh sách.xlsx'))
    return this.send<z.output<O>>(requestOf(op, input as Record<string, unknown>).url, { method: op.method, body: form, headers: {} })
  }

  private async send<T>(url: string, request: RequestInit & { headers: Record<string, string> }): Promise<Outcome<T>> {
    try {
      const headers = { ...request.headers, cookie: `${sessionCookie}=${this.token}` }
      const answer = await fetch(new URL(url, this.address), { ...request, headers })
      return { status: answer.status, reply: (await answer.json()) as T }
    } catch {
      return { status: null, reply: null }
    }
  }
}

/** The reply of what must succeed. */
export function replyOf<T>({ status, reply }: Outcome<T>): T {
  if (status !== 200) throw new Error(`Answered ${status}: ${JSON.stringify(reply)}`)
  return reply
}
