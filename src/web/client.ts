import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { requestOf, type InputOf, type Operation, type ReplyOf } from '#lib/operation.ts'

/** Any operation of a contract, whatever its shapes. */
export type AnyOperation = Operation<z.ZodObject, z.ZodType>

/** A reason for which a command was refused; `code` is turned into a sentence by the page. */
export type Refusal = { code: string; [value: string]: unknown }

/** An answer other than success. Status 0 means that the server was not reached. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly refusals: Refusal[]
  /** Input that the contract refused, by its path. */
  readonly fields: { path: string; message: string }[]
  /** What to tell the administrator: the request's id. */
  readonly reference: string | undefined

  constructor(status: number, body: ProblemBody = {}, cause?: unknown) {
    super(body.title ?? body.code ?? `HTTP ${status}`, { cause })
    this.status = status
    this.code = body.code ?? (status === 0 ? 'offline' : `http-${status}`)
    this.title = body.title ?? ''
    this.refusals = body.refusals ?? []
    this.fields = body.fields ?? []
    this.reference = body.requestId
  }
}

type ProblemBody = { title?: string; code?: string; refusals?: Refusal[]; fields?: { path: string; message: string }[]; requestId?: string }

/** Sends an operation and gives its reply; `file` is the body of an operation that takes one. */
export async function call<Op extends AnyOperation>(
  operation: Op,
  input: InputOf<Op>,
  options: { signal?: AbortSignal; file?: File } = {},
): Promise<ReplyOf<Op>> {
  const { url, body } = requestOf(operation, withoutBlanks(input))
  const init: RequestInit = { method: operation.method, headers: { accept: 'application/json' }, credentials: 'same-origin' }
  if (options.signal) init.signal = options.signal
  if (options.file) return send(url, { ...init, body: asForm(options.file) })
  if (body === undefined) return send(url, init)
  return send(url, { ...init, headers: { ...init.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

/** A reading operation as a TanStack query: `useQuery(read(op, input))`. */
export function read<Op extends AnyOperation>(operation: Op, input: InputOf<Op>) {
  return queryOptions({
    queryKey: [operation.id, input] as const,
    queryFn: ({ signal }): Promise<ReplyOf<Op>> => call(operation, input, { signal }),
  })
}

/** The address of a GET operation, for links that download. */
export function addressOf<Op extends AnyOperation>(operation: Op, input: InputOf<Op>): string {
  return requestOf(operation, withoutBlanks(input)).url
}

/** An undefined field is an absent one. */
function withoutBlanks(input: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== undefined))
}

function asForm(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}

async function send<Reply>(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    throw new Problem(0, {}, cause)
  })
  const text = await response.text()
  if (!response.ok) throw new Problem(response.status, asProblem(text))
  // The server has checked the reply against the contract; it is not checked twice.
  return (text ? JSON.parse(text) : undefined) as Reply
}

function asProblem(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody
  } catch {
    return {} // A proxy's HTML page, say: the status alone must do.
  }
}
