import { readFileSync } from 'node:fs'
import { buildHouse } from '#app'
import type { Db } from '#db/connect.ts'
import { newId } from '#lib/id.ts'
import { requestOf } from '#lib/operation.ts'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import { applyRun, beginRun, readRun, undoRun, type Run } from '#modules/imports/run.contract.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { sessionCookie } from '#server/http.ts'
import { write } from '#server/write.ts'
import { Client } from './client.ts'
import { copyAlone } from './copy.ts'
import { communes, longList } from './long-list.ts'
import { signInOfficers } from './officers.ts'
import { startServer } from './server-process.ts'

export type ImportMeasured = {
  rows: number
  parse_ms: number
  copy_ms: number
  preview_ms: number
  apply_ms: number
  undo_ms: number
  /** Preview and apply together against parsing the file and copying the same rows into the same tables. */
  ratio: number
  idle_mb: number | null
  peak_mb: number | null
}

const pollMs = 100

/** A long list through the product's own server: read, shown, applied and undone, against its parts done alone. */
export async function measureImport({ db, url }: { db: Db; url: string }, rows: number): Promise<ImportMeasured> {
  const unitId = await makeUnits(db)
  const [officer] = await signInOfficers(db, [{ role: 'organisation_officer', unitId: null }])
  const bytes = await longList(rows)
  const parse = await timed(() => parseWorkbook(bytes))
  const server = await startServer({ DATABASE_URL: url, KECAN_DEMO: 'off' })
  const client = new Client(server.base, officer?.token ?? '')
  try {
    const idle = memoryOf(server.pid, 'VmRSS')
    let runId = ''
    const preview = await timed(async () => {
      runId = await upload(server.base, officer?.token ?? '', bytes, unitId)
      await until(client, runId, 'ready')
    })
    const apply = await timed(() => asked(client, applyRun, { runId }).then(() => until(client, runId, 'applied')))
    const peak = memoryOf(server.pid, 'VmHWM')
    const copy = await copyAlone(url, runId)
    const undo = await timed(() => asked(client, undoRun, { runId, reason: 'bench' }).then(() => until(client, runId, 'undone')))
    return {
      rows,
      parse_ms: Math.round(parse),
      copy_ms: Math.round(copy),
      preview_ms: Math.round(preview),
      apply_ms: Math.round(apply),
      undo_ms: Math.round(undo),
      ratio: Math.round(((preview + apply) / (parse + copy)) * 100) / 100,
      idle_mb: idle,
      peak_mb: peak,
    }
  } finally {
    client.close()
    await server.stop()
  }
}

/** A district of our own, so that the list means its communes wherever it is measured. */
function makeUnits(db: Db): Promise<string> {
  const district = newId()
  return write(buildHouse({ db }), { operation: 'bench.units' }, async (tx) => {
    await syncTitles(tx)
    const commune = (nameVi: string) => ({
      nameVi,
      nameEn: nameVi,
      kind: 'commune' as const,
      from: '2005-01-01',
      parents: { state: district },
    })
    await addUnits(tx, [
      { id: district, nameVi: 'Huyện đo tốc độ', nameEn: 'Bench district', kind: 'district', from: '2005-01-01' },
      ...communes.map(commune),
    ])
    return district
  })
}

async function upload(base: string, token: string, bytes: Uint8Array, unitId: string): Promise<string> {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], 'bench.xlsx'))
  const path = requestOf(beginRun, { kind: 'people', unitId }).url
  const answer = await fetch(new URL(path, base), { method: 'POST', body: form, headers: { cookie: `${sessionCookie}=${token}` } })
  const { id } = (await answer.json()) as { id?: string }
  if (!id) throw new Error(`The list is refused: ${answer.status}`)
  return id
}

async function until(client: Client, runId: string, status: Run['status']): Promise<void> {
  for (;;) {
    const { run } = (await asked(client, readRun, { runId })) as { run: Run }
    if (run.status === status) return
    if (run.failure) throw new Error(`The import stopped: ${JSON.stringify(run.failure)}`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

async function asked(client: Client, op: Parameters<typeof requestOf>[0], input: Record<string, unknown>): Promise<unknown> {
  const { url, body } = requestOf(op, input)
  const answer = await client.ask(op.method, url, body)
  if (answer.status !== 200) throw new Error(`${op.id} → ${answer.status} ${answer.text.slice(0, 300)}`)
  return JSON.parse(answer.text)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** What the kernel says of a process, in megabytes; null where it says nothing. */
function memoryOf(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const kb = new RegExp(`${what}:\\s*(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? null : Math.round(Number(kb) / 1000)
  } catch {
    return null
  }
}
