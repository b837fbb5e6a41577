import type { Db } from '#db/connect.ts'
import { ahead } from '#lib/ahead.ts'
import { dayInHanoi } from '#lib/days.ts'
import { newId } from '#lib/id.ts'
import type { Actor } from '#server/operations.ts'
import type { House } from '#server/perform.ts'
import { NotPermitted, Refused } from '#server/refusal.ts'
import type { ImportKind, Mapping } from './candidate.ts'
import { correctionsOf } from './choice.sql.ts'
import { assumedDay } from './list-day.ts'
import { rememberedMappings } from './mapping.sql.ts'
import { unpackRow } from './packed-rows.ts'
import { counted, noCounts } from './plan.ts'
import { planRun, type Asker, type Planning } from './planning.sql.ts'
import { linesOf } from './reading.node.ts'
import { readRun, shownSheets, type FileRead } from './read-run.node.ts'
import { addRows, clearRows } from './row-chunks.sql.ts'
import { writeRun } from './run.contract.ts'
import { columnsOfRun, contentOf, lockRun, setRecognised, setRequest, setStatus, wishOf, type FoundRun } from './run.sql.ts'
import { endedUnits, listedUnits } from './units.sql.ts'
import type { Tell } from './working.sql.ts'

/** Reads the file and lays out what each row would do, some hundred rows at a time. */
export async function previewRun(house: House, run: FoundRun, actor: Actor, tell: Tell): Promise<void> {
  const now = house.clock()
  const today = dayInHanoi(now)
  const scope = await house.scopeOf(house.db, actor, writeRun.permission, today)
  if (!scope) throw new NotPermitted()
  const asker = { scope, today, now }
  const read = await readFile(house.db, run, tell)
  const day = run.day ?? (await dayOfUndated(house.db, run.kind, read, asker))
  const total = read.pieces.reduce((sum, { rows }) => sum + rows, 0)
  if (total === 0) throw new Refused([{ code: 'no-rows' }])
  const planning = await planRun(house.db, { ...wishOf(run), day }, { ...read, rows: () => rowsIn(read) }, asker)
  await house.db.transaction().execute(async (tx) => {
    await lockRun(tx, run.id)
    await setRequest(tx, run.id, { day })
    await clearRows(tx, run.id)
    let counts = noCounts()
    for await (const { lines, ids, planned } of ahead(plannedRows(read, planning, now))) {
      const rows = planned.map((row, index) => ({ planned: row, id: ids[index] ?? '', reading: lines[index] ?? '' }))
      await addRows(tx, run.id, rows, counts.rows)
      counts = counted(counts, planned)
      await tell({ step: 'storing', done: counts.rows, total })
    }
    const { sheets, warnings, gist } = read
    await setRecognised(tx, run.id, { recognised: { sheets: shownSheets(sheets), warnings }, reading: { sheets, warnings, gist }, counts })
    await setStatus(tx, run.id, 'ready', run.failure?.code === 'preview-outdated' ? run.failure : null)
  })
}

async function* plannedRows({ pieces }: FileRead, { plan }: Planning, now: Date) {
  for (const piece of pieces) {
    const lines = linesOf(piece)
    const ids = lines.map(() => newId(now.getTime()))
    yield { lines, ids, planned: await plan(lines.map(unpackRow), ids) }
  }
}

async function* rowsIn({ pieces }: FileRead) {
  for (const piece of pieces) yield linesOf(piece).map(unpackRow)
}

async function readFile(db: Db, run: FoundRun, tell: Tell): Promise<FileRead> {
  await tell({ step: 'opening', done: 0, total: 1 })
  const own = (await columnsOfRun(db, run.id)) as Mapping[]
  const mappings = [...own, ...(await rememberedMappings(db, run.kind, run.unit?.id ?? null))]
  const corrections = await correctionsOf(db, run.id)
  const read = await readRun(await contentOf(db, run.id), { kind: run.kind, mappings, corrections }, (done, total) =>
    tell({ step: 'reading', done, total }),
  )
  await tell({ step: 'matching', done: 0, total: 1 })
  return read
}

/** Null where the list says its day itself, or names no unit that has ended; papers and classes carry their own days. */
async function dayOfUndated(db: Db, kind: ImportKind, read: FileRead, { scope, today, now }: Asker): Promise<string | null> {
  if (kind !== 'people' || read.sheets.some(({ tables }) => tables.some(({ title }) => title.asOf))) return null
  const [here, ended] = [await listedUnits(db, { unitId: null, on: today, scope, now }), await endedUnits(db, { on: today, scope })]
  const day = assumedDay(read.gist.units, here, ended, today)
  return day === today ? null : day
}
