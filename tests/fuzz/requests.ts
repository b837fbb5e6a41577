import fc from 'fast-check'
import { allowed, type Schema } from './arbitraries.ts'
import { nasty, nastyKeys } from './nasty.ts'

type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
export type Described = {
  id: string
  method: string
  path: string
  parameters: Parameter[]
  body: Schema | null
  reply: Schema | null
  takesFile: boolean
  /** The document says so beside each operation. */
  permission: string
}

/** A request before the things it names are chosen. */
export type Wish = {
  op: string
  as: number
  params: Record<string, unknown>
  query: [string, unknown][]
  body: unknown
  /** How the body travels: as it should, or not at all as it should. */
  travel: 'json' | 'broken' | 'deep' | 'form' | 'plain' | 'none' | 'file' | 'file-cut' | 'file-none' | 'file-two' | 'file-field'
  headers: Record<string, string>
}

/** The operations as the running application's own document tells them. */
export function describedIn(document: unknown): Described[] {
  const { paths } = document as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      id: one.operationId ?? '',
      method: method.toUpperCase(),
      path,
      parameters: one.parameters ?? [],
      body: Object.values(one.requestBody?.content ?? {})[0]?.schema ?? null,
      reply: one.responses?.['200']?.content?.['application/json']?.schema ?? null,
      permission: /permission: ([\w.-]+)/.exec(one.description ?? '')?.[1] ?? '',
      takesFile: method !== 'get' && !one.requestBody && /imports$|\/file$|\/draft$/.test(path),
    })),
  )
}

type Content = { content?: Record<string, { schema?: Schema }> }
type Operation = {
  operationId?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: Content
  responses?: Record<string, Content>
}

const oddHeaders = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  {},
  { origin: 'https://dau-do.example' },
  { origin: 'null' },
  { cookie: 'kecan_session=%E0%A4%A; kecan_session=x' },
  { 'accept-language': '\u00E9'.repeat(50) },
  { 'content-encoding': 'gzip' },
  { 'x-request-id': 'a'.repeat(500) },
  { accept: 'text/html' },
)

/** A request of one of the operations: as its schema says, spoilt in a place or two, or ill-formed as a whole. */
export function wishes(operations: readonly Described[], roles: number): fc.Arbitrary<Wish> {
  return fc.constantFrom(...operations).chain((op) => wishOf(op, roles))
}

function wishOf(op: Described, roles: number): fc.Arbitrary<Wish> {
  const inPath = op.parameters.filter((one) => one.in === 'path')
  const inQuery = op.parameters.filter((one) => one.in === 'query')
  // Mostly by whom it may be asked of everything: the officer, or for accounts and the log the administrator.
  const able = op.permission.startsWith('access.') || op.permission.startsWith('audit.') ? 1 : 0
  const as = fc.oneof({ weight: 3, arbitrary: fc.constant(able) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: roles - 1 }) })
  const whole = fc.record({
    params: fc.record(Object.fromEntries(inPath.map(({ name, schema }) => [name, allowed(schema ?? {}, name)]))),
    query: fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, allowed(schema ?? {}, name)])), {
      requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name),
    }),
    body: op.body ? allowed(op.body) : fc.constant(undefined),
  })
  const sound = fc.tuple(whole, as).map(([given, who]): Wish => wishFrom(op, who, given))
  const spoilt = fc
    .tuple(whole, as, fc.array(fc.tuple(fc.nat(), nasty), { minLength: 1, maxLength: 2 }), oddHeaders)
    .map(([given, who, spoils, headers]): Wish => ({ ...wishFrom(op, who, spoil(given, spoils)), headers }))
  const odd = fc
    .tuple(whole, as, fc.constantFrom(...odds), fc.array(fc.tuple(nastyKeys, nasty), { maxLength: 3 }), nasty, oddHeaders)
    .map(([given, who, travel, extra, instead, headers]): Wish => {
      const wish = wishFrom(op, who, given)
      const query: Wish['query'] = [...wish.query, ...wish.query.slice(0, 1), ...extra]
      return { ...wish, query, body: extra.length === 0 ? instead : wish.body, travel, headers }
    })
  return fc.oneof({ weight: 9, arbitrary: sound }, { weight: 8, arbitrary: spoilt }, { weight: 3, arbitrary: odd })
}

const odds: Wish['travel'][] = [
  'json',
  'broken',
  'deep',
  'form',
  'plain',
  'none',
  'file',
  'file-cut',
  'file-none',
  'file-two',
  'file-field',
]

type Given = { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }

function wishFrom(op: Described, as: number, { params, query, body }: Given): Wish {
  const travel = op.takesFile ? 'file' : op.body ? 'json' : 'none'
  return { op: op.id, as, params, query: Object.entries(query), body, travel, headers: {} }
}

/** Puts something else in place of a value anywhere in the request. */
function spoil(given: Given, spoils: [number, unknown][]): Given {
  let spoilt = structuredClone(given)
  for (const [at, value] of spoils) {
    const places = placesIn(spoilt)
    const place = places[at % Math.max(1, places.length)]
    // A copy: a value put into itself would have no end.
    if (place) place(structuredClone(value))
    else spoilt = { ...spoilt, query: { ...spoilt.query, thua: structuredClone(value) } }
  }
  return spoilt
}

function placesIn(value: unknown, depth = 0): ((instead: unknown) => void)[] {
  if (typeof value !== 'object' || value === null || 'pick' in value || depth > 12) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const put = (instead: unknown) => Object.assign(value, { [name]: instead })
    return name === 'params' || name === 'query' || (name === 'body' && inner !== undefined)
      ? placesIn(inner, depth + 1)
      : [put, ...placesIn(inner, depth + 1)]
  })
}
