import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { dayInHanoi, formatDay } from '#lib/days.ts'
import type { ImportKind } from '#modules/imports/candidate.ts'
import { failureText } from '#modules/imports/failure-text.ts'
import { chooseRow, chooseRows, listRows, type PreviewRow } from '#modules/imports/row.contract.ts'
import { applyRun, beginRun, discardRun, readRun, type Run } from '#modules/imports/run.contract.ts'
import { whyText } from '#modules/imports/why-text.ts'
import { resolveUnit } from '#modules/organisation/resolve.sql.ts'
import { NotFound, Refused } from '#server/refusal.ts'
import { UsageError, type Io } from '../../command-line.ts'
import { inOffice, type Office } from './office.ts'

export type AskedImport = {
  file: string
  kind: ImportKind
  unit: string | undefined
  day: string | undefined
  apply: boolean
  leftOut: { rows: number[]; reason: string | undefined }
  duplicates: 'leave-out' | 'new' | undefined
  format: 'text' | 'json'
}

type Summary = {
  rows: number
  new: number
  same: number
  changed: number
  duplicates: number
  left_out: number
  refused: { sheet: string; row: number; column: string; why: string }[]
  written: number
  run: string | null
  /** The day on which the list is taken to be true, where it says none itself and that is not today. */
  day?: string
  failure?: string
}

/** Previews the file, applies it when asked and nothing is in doubt, and says what came of it: 0 when nothing is refused. */
export function importFile(io: Io, asked: AskedImport): Promise<number> {
  return inOffice(io, async (office) => {
    const content = await contentOf(asked.file)
    const unitId = asked.unit === undefined ? undefined : await unitCalled(office, asked.unit, asked.day)
    const input = { kind: asked.kind, ...(unitId ? { unitId } : {}), ...(asked.day ? { day: asked.day } : {}) }
    const { id: runId } = await office.ask(beginRun, input, { name: basename(asked.file), bytes: content })
    await office.work(runId)
    const run = await decide(office, runId, asked)
    const summary = await summaryOf(office, run)
    const isInDoubt = summary.refused.length > 0 || (asked.apply && summary.duplicates > 0) || summary.failure !== undefined
    if (asked.apply && !isInDoubt && summary.new + summary.changed > 0) await apply(office, runId, summary)
    // A preview leaves nothing behind; what was applied stays, to be undone by its run.
    if (summary.written === 0) await office.ask(discardRun, { runId })
    print(io, summary, asked)
    return isInDoubt || summary.failure !== undefined ? 1 : 0
  })
}

async function decide(office: Office, runId: string, asked: AskedImport): Promise<Run> {
  const { run } = await office.ask(readRun, { runId })
  if (run.status !== 'ready') return run
  const { rows, reason } = asked.leftOut
  for (const row of await rowsOf(office, runId, undefined)) {
    if (rows.includes(row.row) && reason) await office.ask(chooseRow, { runId, number: row.number, choice: 'left-out', reason })
  }
  if (asked.duplicates)
    await office.ask(chooseRows, {
      runId,
      state: 'duplicate',
      choice: asked.duplicates === 'new' ? 'new' : 'left-out',
      reason: reason ?? '--duplicates leave-out',
    })
  return (await office.ask(readRun, { runId })).run
}

async function apply(office: Office, runId: string, summary: Summary): Promise<void> {
  await office.ask(applyRun, { runId })
  await office.work(runId)
  const { run } = await office.ask(readRun, { runId })
  if (run.status === 'applied') Object.assign(summary, { written: summary.new + summary.changed, run: runId })
  else summary.failure = failureText(run.failure ?? { code: 'fault' }, 'vi')
}

async function summaryOf(office: Office, run: Run): Promise<Summary> {
  const { counts } = run
  const refused = (counts?.refused ?? 0) === 0 ? [] : await rowsOf(office, run.id, 'refused')
  return {
    rows: counts?.rows ?? 0,
    new: counts?.new ?? 0,
    same: counts?.same ?? 0,
    changed: counts?.changed ?? 0,
    duplicates: counts?.duplicate ?? 0,
    left_out: counts?.left_out ?? 0,
    refused: refused.flatMap(({ sheet, row, refusals }) =>
      refusals.map(({ column, why }) => ({ sheet, row, column, why: whyText(why, 'vi') })),
    ),
    written: 0,
    run: null,
    ...(run.day ? { day: run.day } : {}),
    ...(run.failure ? { failure: failureText(run.failure, 'vi') } : {}),
  }
}

async function rowsOf(office: Office, runId: string, state: PreviewRow['state'] | undefined): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = []
  for (let after: number | null = 0; after !== null;) {
    const page: { rows: PreviewRow[]; next: number | null } = await office.ask(listRows, {
      runId,
      after,
      limit: 200,
      ...(state ? { state } : {}),
    })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

function print(io: Io, summary: Summary, { format, apply }: AskedImport): void {
  if (format === 'json') return io.out(JSON.stringify(summary, null, 2))
  io.out(
    `${summary.rows} dòng: ${summary.new} mới, ${summary.changed} thay đổi, ${summary.same} không đổi, ${summary.duplicates} có thể trùng, ${summary.refused.length} lỗi, ${summary.left_out} bỏ qua.`,
  )
  if (summary.day) io.out(`  Danh sách lấy theo ngày ${formatDay(summary.day)}. / The list is read as of ${formatDay(summary.day)}.`)
  for (const { sheet, row, column, why } of summary.refused) io.out(`  ${sheet}!${column}${row}: ${why}`)
  if (summary.failure) io.out(summary.failure)
  if (summary.run) io.out(`Đã ghi ${summary.written} dòng. Hoàn tác: kecan import undo ${summary.run}`)
  else if (apply) io.out('Không ghi gì.')
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new UsageError({ vi: `Không mở được tệp ${file}.`, en: `The file ${file} cannot be opened.` })
  }
}

/** A unit that has ended may still be meant: a list of 2020 names the district of 2020. */
async function unitCalled(office: Office, name: string, day: string | undefined): Promise<string> {
  try {
    return (await resolveUnit(office.db, name, day ?? dayInHanoi(new Date()))).unitId
  } catch (error) {
    const [refusal] = error instanceof Refused ? error.refusals : []
    const days = refusal?.code === 'unit-not-on-day' ? (refusal['days'] as { unitId: string }[]) : []
    const ids = new Set(days.map(({ unitId }) => unitId))
    const [only] = ids
    if (only && ids.size === 1) return only
    if (error instanceof NotFound || error instanceof Refused)
      throw new UsageError({ vi: `Không rõ đơn vị nào tên "${name}".`, en: `It is not clear which unit "${name}" is.` })
    throw error
  }
}
