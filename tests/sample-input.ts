import { z } from 'zod'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  anyOf?: Schema[]
  oneOf?: Schema[]
  minimum?: number
}

/** An input that the shape accepts, only what must be said; ids by their names. */
export function sampleInput(shape: z.ZodType, ids: Record<string, string>): Record<string, unknown> {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema
  return sampleOf(schema, '', ids) as Record<string, unknown> // an operation's input is one object
}

function sampleOf(schema: Schema, name: string, ids: Record<string, string>): unknown {
  const either = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (either) return sampleOf(either, name, ids)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') {
    const asked = Object.entries(schema.properties ?? {}).filter(([field]) => schema.required?.includes(field) || field in ids)
    return Object.fromEntries(asked.map(([field, one]) => [field, sampleOf(one, field, ids)]))
  }
  if (schema.type === 'array') return name === 'personIds' ? [ids['personId']] : []
  if (schema.type === 'number' || schema.type === 'integer') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return false
  return ids[name] ?? textOf(schema)
}

function textOf({ format, pattern }: Schema): string {
  if (format === 'uuid') return '11111111-1111-4111-8111-111111111111'
  if (format === 'date') return '2020-01-15'
  return pattern?.includes('\\d\\d$') ? '01' : 'viec thu nghiem'
}
