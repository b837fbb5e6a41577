import fc from 'fast-check'

export type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  default?: unknown
}

/** A thing of the world that is chosen when the request is sent: its name, and which of the world's places it is taken from. */
export type Pick = { pick: string; from: number }

export function isPick(value: unknown): value is Pick {
  return typeof value === 'object' && value !== null && 'pick' in value && 'from' in value
}

/** What the schema allows; ids are mostly those of things that are there. */
export function allowed(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((one) => allowed(one, name)))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return fc.array(allowed(schema.items ?? {}, name), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) })
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: Math.min(schema.maximum ?? 1000, 100_000) })
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: Math.min(schema.maximum ?? 1000, 100_000) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textOf(schema, name)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, allowed(one, name)]))
  return fc.record(fields, { requiredKeys: required })
}

const days = fc.constantFrom(
  '2010-01-01',
  '2015-01-01',
  '2018-05-02',
  '2019-01-01',
  '2020-02-29',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2030-12-31',
)

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema, name: string): fc.Arbitrary<unknown> {
  if (format === 'uuid') {
    const there = fc.record({ pick: fc.constant(name), from: fc.integer({ min: 0, max: 2 }) })
    return fc.oneof({ weight: 9, arbitrary: there }, { weight: 1, arbitrary: fc.uuid() })
  }
  if (format === 'date') return days
  if (pattern) return fc.oneof(fc.stringMatching(new RegExp(pattern)), fc.constantFrom('01', 'A', '2020', '2020-05', '100000'))
  const word = fc.constantFrom(
    'Nguyễn Văn A',
    'an',
    'Xã Trong',
    '008083000123',
    '1983',
    'Lớp',
    'sent.total',
    'standing.degree',
    '1-QĐ/ĐU',
    'nguoidung1',
    'Công chức',
  )
  const free = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, Math.max(minLength, 40)) })
  return fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: free })
}
