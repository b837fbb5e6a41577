import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'

/**
 * State of a page kept in its address: filters, order, chosen figure. A value that the schema refuses is read as absent,
 * so an old or mistyped link still opens. Write with `set({ … })`; undefined, '' and [] leave the address.
 */
export function useSearch<Shape extends z.ZodObject>(schema: Shape) {
  const [parameters, setParameters] = useSearchParams()
  const text = parameters.toString()
  const search = useMemo(() => readSearch(schema, new URLSearchParams(text)), [schema, text])
  function set(change: Partial<z.input<Shape>>, options?: { push?: boolean }) {
    setParameters((before) => writeSearch(before, change), { replace: !options?.push, preventScrollReset: true })
  }
  return { search, set }
}

/** What the address says, field by field, refused values dropped. */
export function readSearch<Shape extends z.ZodObject>(schema: Shape, parameters: URLSearchParams): z.output<Shape> {
  const given: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema.shape)) {
    const values = parameters.getAll(name)
    if (values.length === 0) continue
    const value = candidates(values).find((candidate) => (field as z.ZodType).safeParse(candidate).success)
    if (value !== undefined) given[name] = value
  }
  return schema.parse(given)
}

/** The address after a change of some fields. */
export function writeSearch(before: URLSearchParams, change: Record<string, unknown>): URLSearchParams {
  const next = new URLSearchParams(before)
  for (const [name, value] of Object.entries(change)) {
    next.delete(name)
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== undefined && one !== null && one !== '') next.append(name, String(one))
  }
  return next
}

/** A lone value may stand for a text or for a list of one; the schema decides. */
function candidates(values: string[]): unknown[] {
  return values.length === 1 ? [values[0], values] : [values]
}
