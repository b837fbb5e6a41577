import { z } from 'zod'
import { isDay } from './days.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Which input field names the unit or the person that must lie in the caller's scope; checked before the handler runs. */
export type ScopeRule = { unit?: string; person?: string }

export type Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  /** `module.things.verb`; never changes once released: the audit log, OpenAPI and the command line use it. */
  id: string
  method: Method
  /** Names such as `:unitId` are fields of the input. */
  path: string
  /** 'everyone' needs no session, 'signed-in' any; else a permission of `access/roles.ts`. */
  permission: string
  input: I
  reply: O
  summary: { vi: string; en: string }
  scope?: ScopeRule
  /** The input field naming the person whose file is looked at; each such look is an audit entry. */
  looksAt?: string
  /** Input fields that never reach the audit log. */
  secret?: string[]
  /** The body is one uploaded file; the input travels as the query string. */
  takes?: 'file'
  /** The answer is a file and not JSON. */
  gives?: 'file'
  /** A short-lived cookie for this path only, which no script reads: an answer's `setCookie` sets it; `field` is the input field that it fills. */
  cookie?: { name: string; field?: string }
}

export type InputOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.input<I> : never
export type ReplyOf<Op> = Op extends Operation<z.ZodObject, infer O> ? z.output<O> : never

export function operation<I extends z.ZodObject, O extends z.ZodType>(spec: Operation<I, O>): Operation<I, O> {
  return spec
}

/** The names of the path's parameters, in order. */
export function pathNames(path: string): string[] {
  return Array.from(path.matchAll(/:(\w+)/g), (match) => match[1] ?? '')
}

/** What a page, a test or the command line sends: the address with its parameters in place, and what is left for the body. */
export function requestOf(op: Operation, input: Record<string, unknown>): { url: string; body: Record<string, unknown> | undefined } {
  const rest = { ...input }
  const path = op.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (op.method !== 'GET' && op.takes !== 'file') return { url: path, body: rest }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const query = search.toString()
  return { url: query === '' ? path : `${path}?${query}`, body: undefined }
}

/** A list in a query string: one value arrives as text, several as an array. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]), z.array(item).optional())
}

export const dayText = z.iso.date().refine(isDay, 'No day between 1900 and 2100')
export const idText = z.uuid()
