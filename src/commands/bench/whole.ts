import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from './client.ts'
import { measureImport } from './import.ts'
import { type Measured, rounded } from './measure.ts'
import { instanceSizes } from './proposal/instance.ts'
import { measureProposal } from './proposal/measure.ts'
import { openScratch } from './scratch.ts'
import { startServer } from './server-process.ts'

const importedRows = 38_000

/** What is no question to a filled database: two starts from an empty folder, the first page, a long list imported. */
export async function measureWhole(size: string, only: string, say: (line: string) => void): Promise<Measured[]> {
  const measured: Measured[] = []
  const keep = (one: Measured): void => {
    measured.push(one)
    say(`${one.question}: ${one.p50_ms} ms`)
  }
  if ('first start, second start, first page'.includes(only)) for (const one of await starts(size)) keep(one)
  if ('import of 38,000 rows'.includes(only)) keep(await importOfLongList(size))
  if ('proposal'.includes(only) && size !== 'nation') keep(await proposal(size))
  return measured
}

/** From nothing to the first answer, the invented authority loaded; then again on what is there; and the page that a browser then opens. */
async function starts(size: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kecan-bench-start-'))
  const environment = { DATABASE_URL: undefined, KECAN_DATA: folder, KECAN_DEMO: undefined }
  try {
    const first = await startServer(environment)
    await first.stop()
    const second = await startServer(environment)
    const page = await firstPage(second.base)
    await second.stop()
    return [
      once('first start', size, first.startedInMs),
      once('second start', size, second.startedInMs),
      once(`first page: ${page.bytes} bytes in ${page.files} files`, size, page.ms),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The page and what it names: scripts, styles and what they load ahead, as they travel (compressed). */
async function firstPage(base: string): Promise<{ bytes: number; files: number; ms: number }> {
  const client = new Client(base, null, 6)
  const began = performance.now()
  const page = await fetch(base)
  const html = await page.text()
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].flatMap(([, path]) => path ?? [])
  const answers = await Promise.all(['/', ...new Set(named)].map((path) => client.ask('GET', path)))
  client.close()
  return { bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0), files: answers.length, ms: performance.now() - began }
}

async function importOfLongList(size: string): Promise<Measured> {
  const scratch = await openScratch(undefined)
  try {
    const { parse_ms, copy_ms, preview_ms, apply_ms, ratio } = await measureImport(scratch, importedRows)
    const bare = parse_ms + copy_ms
    return { ...once('import of 38,000 rows', size, preview_ms + apply_ms), sql_p50_ms: bare, ratio }
  } finally {
    await scratch.end(false)
  }
}

/** Who goes where, worked out for an invented authority of that size; the gap and the greedy choice stand beside it. */
async function proposal(size: string): Promise<Measured> {
  const { seconds, gap, objective, greedy } = await measureProposal(instanceSizes[size === 'district' ? 'district' : 'province'])
  const better = ((objective / greedy - 1) * 100).toFixed(1)
  return once(`proposal: gap ${(gap * 100).toFixed(2)} %, ${better} % above greedy`, size, seconds * 1_000)
}

function once(question: string, size: string, ms: number): Measured {
  const p50 = rounded(ms)
  return { question, size, p50_ms: p50, p95_ms: p50, per_s: rounded(1000 / ms), sql_p50_ms: null, ratio: null }
}
