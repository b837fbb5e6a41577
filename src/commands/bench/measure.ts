import pg from 'pg'
import type { Answered, Client } from './client.ts'

export type Variant = {
  /** What the page asks. */
  path: string
  /** What the same question's SQL is given. */
  values: unknown[]
}

export type Question = {
  question: string
  /** Whose session asks it. */
  as: 'everything' | 'commune' | 'province'
  variants: Variant[]
  /** The same question as someone who knows the tables would write it; null where there is none. */
  statement: string | null
  /** What both must agree on. */
  told: (answer: unknown) => unknown
  found: (rows: Record<string, unknown>[]) => unknown
}

export type Measured = {
  question: string
  size: string
  p50_ms: number
  p95_ms: number
  per_s: number
  sql_p50_ms: number | null
  ratio: number | null
}

const longest = 6_000
const most = 300

/** The answers of HTTP and of SQL compared, then both timed in turn; requests per second with four asking at once. */
export async function measure(question: Question, size: string, client: Client, crowd: Client, sql: pg.Client): Promise<Measured> {
  for (const variant of question.variants.slice(0, 5)) await assureAlike(question, variant, client, sql)
  const [first] = question.variants
  if (!first) throw new Error(`${question.question} asks nothing`)
  const http = await timed(question.variants, async ({ path }) => (await ask(client, path)).ms)
  const { statement } = question
  const bare = statement === null ? null : await timed(question.variants, async ({ values }) => sqlMs(sql, statement, values))
  const p50 = quantile(http, 0.5)
  const perSecond = p50 > 1000 ? 1000 / p50 : await crowded(question.variants, crowd)
  const bareP50 = bare && quantile(bare, 0.5)
  return {
    question: question.question,
    size,
    p50_ms: rounded(p50),
    p95_ms: rounded(quantile(http, 0.95)),
    per_s: rounded(perSecond),
    sql_p50_ms: bareP50 && rounded(bareP50),
    ratio: bareP50 && rounded(p50 / bareP50),
  }
}

async function assureAlike(
  { question, statement, told, found }: Question,
  { path, values }: Variant,
  client: Client,
  sql: pg.Client,
): Promise<void> {
  if (statement === null) return
  const answer = JSON.stringify(told(JSON.parse((await ask(client, path)).text)))
  const rows = JSON.stringify(found((await sql.query<Record<string, unknown>>(statement, values)).rows))
  if (answer !== rows) throw new Error(`${question}: HTTP says ${answer.slice(0, 400)}, SQL says ${rows.slice(0, 400)} (${path})`)
}

async function ask(client: Client, path: string): Promise<Answered> {
  const answer = await client.ask('GET', path)
  if (answer.status !== 200) throw new Error(`${path} → ${answer.status} ${answer.text.slice(0, 500)}`)
  return answer
}

async function sqlMs(sql: pg.Client, statement: string, values: unknown[]): Promise<number> {
  const began = performance.now()
  await sql.query(statement, values)
  return performance.now() - began
}

/** So many runs as fit into some seconds, after a few that warm up. */
async function timed(variants: Variant[], once: (variant: Variant) => Promise<number>): Promise<number[]> {
  const times: number[] = []
  const warm = performance.now()
  for (let run = 0; run < 10 && performance.now() - warm < longest / 3; run++) await once(pick(variants, run))
  const began = performance.now()
  for (let run = 0; run < most && (run < 3 || performance.now() - began < longest); run++) times.push(await once(pick(variants, run)))
  return times.toSorted((one, other) => one - other)
}

async function crowded(variants: Variant[], crowd: Client): Promise<number> {
  const began = performance.now()
  let count = 0
  const asking = async (): Promise<void> => {
    while (performance.now() - began < longest / 3) await ask(crowd, pick(variants, count++).path)
  }
  await Promise.all(Array.from({ length: 4 }, asking))
  return (count * 1000) / (performance.now() - began)
}

function pick(variants: Variant[], run: number): Variant {
  const one = variants[run % variants.length]
  if (!one) throw new Error('Nothing to ask')
  return one
}

export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}
