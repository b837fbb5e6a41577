import type { FastifyInstance, InjectOptions } from 'fastify'
import { sessionCookie } from '#server/http.ts'
import type { Things } from '../access-things.ts'
import { isPick } from './arbitraries.ts'
import type { Described, Wish } from './requests.ts'

export type Sent = { status: number; type: string; text: string; request: string }

/** Sends the request with the things chosen that it names. */
export async function send(
  app: FastifyInstance,
  op: Described,
  wish: Wish,
  session: string | null,
  world: readonly Things[],
): Promise<Sent> {
  const chosen = (value: unknown): unknown => choose(value, world)
  const path = op.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(textOf(chosen(wish.params[name]))))
  const query = wish.query.flatMap(([name, value]) => {
    const one = chosen(value)
    return (Array.isArray(one) ? one : [one]).map((item) => `${encoded(name)}=${encoded(textOf(item))}`)
  })
  const url = query.length > 0 ? `${path}?${query.join('&')}` : path
  const { headers, payload } = travelling(wish, chosen(wish.body))
  const options: InjectOptions = {
    method: op.method as 'GET',
    url,
    headers: { ...headers, ...wish.headers },
    ...(session && !('cookie' in wish.headers) ? { cookies: { [sessionCookie]: session } } : {}),
    ...(payload === undefined ? {} : { payload }),
  }
  const answer = await app.inject(options)
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type'] ?? ''),
    text: answer.payload,
    request: `${op.method} ${url.slice(0, 600)} ${JSON.stringify(wish.headers)} ${typeof payload === 'string' ? payload.slice(0, 800) : ''}`,
  }
}

function choose(value: unknown, world: readonly Things[], depth = 0): unknown {
  if (isPick(value)) {
    const from = world[value.from % world.length] ?? {}
    return from[value.pick] ?? from[aliases[value.pick] ?? 'unitId']
  }
  if (typeof value !== 'object' || value === null || depth > 12) return value
  if (Array.isArray(value)) return value.map((one) => choose(one, world, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, choose(inner, world, depth + 1)]))
}

const aliases: Record<string, string> = { personIds: 'personId', byDecisionId: 'decisionId', seenId: 'factId', subjectId: 'decisionId' }

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Half of a character cannot be written in an address: it is sent as the bytes that a careless program would. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80'
}

const boundary = 'ranh-gioi'
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
const part = (name: string, file: string, content: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`

function travelling({ travel }: Wish, body: unknown): { headers: Record<string, string>; payload?: string } {
  const json = { 'content-type': 'application/json' }
  const text = body === undefined ? '' : JSON.stringify(body)
  const content = text === '' ? 'abc' : text
  switch (travel) {
    case 'json':
      return body === undefined ? { headers: {} } : { headers: json, payload: text }
    case 'broken':
      return { headers: json, payload: `${text.slice(0, -1)}"` }
    case 'deep':
      return { headers: json, payload: '['.repeat(20_000) + ']'.repeat(20_000) }
    case 'form':
      return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'a=1&b=2' }
    case 'plain':
      return { headers: { 'content-type': 'text/plain' }, payload: content }
    case 'none':
      return { headers: {} }
    case 'file':
      return { headers: multipart, payload: `${part('file', '; filename="a.xlsx"', content)}--${boundary}--` }
    case 'file-cut':
      return { headers: multipart, payload: part('file', '; filename="a.xls', content).slice(0, -6) }
    case 'file-none':
      return { headers: { 'content-type': 'multipart/form-data' }, payload: content }
    case 'file-two':
      return { headers: multipart, payload: `${part('file', '; filename="a.pdf"', content).repeat(3)}--${boundary}--` }
    case 'file-field':
      return { headers: multipart, payload: `${part('__proto__', '', content)}--${boundary}--` }
  }
}
