import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { WorkbookError } from '#lib/workbook/cells.ts'
import { dayInHanoi } from '#lib/days.ts'
import { actorOfAccount } from '#modules/access/account.sql.ts'
import { command, type Actor, type Route, type Scope } from '#server/operations.ts'
import { perform, type House } from '#server/perform.ts'
import { problemOf } from '#server/problem.ts'
import { NotFound, NotPermitted, refuse, Refused } from '#server/refusal.ts'
import { program } from '#server/write.ts'
import { applyPlanned } from './apply.sql.ts'
import { correctionsOf } from './choice.sql.ts'
import { rememberedMappings } from './mapping.sql.ts'
import type { ImportKind, Mapping } from './candidate.ts'
import { countRows } from './plan.ts'
import type { Planned } from './planned.ts'
import { assumedDay } from './list-day.ts'
import { planRun } from './planning.sql.ts'
import { readRun, shownSheets, type Reading } from './read-run.node.ts'
import { asSeen, linkPeople, replaceRows, seenRows } from './row.sql.ts'
import { applyObjections, moveObjections } from './run.ts'
import { withdrawRun, writeRun, type Failure } from './run.contract.ts'
import {
  columnsOfRun,
  contentOf,
  findRun,
  lockRun,
  setApplied,
  setRecognised,
  setRequest,
  setStatus,
  setUndone,
  type FoundRun,
} from './run.sql.ts'
import { undoObjections, withdrawFacts } from './undo.sql.ts'
import { endedUnits, listedUnits } from './units.sql.ts'
import { whileHolding, type Tell } from './working.sql.ts'

/** Does what the run waits for: reading its file, writing its facts or withdrawing them. What goes wrong is kept with the run. */
export async function workOnRun(house: House, runId: string, keepers: readonly FactKeeper[]): Promise<void> {
  await whileHolding(house.db, runId, async (tell) => {
    const run = await findRun(house.db, runId)
    if (!run) return
    const actor = await actorOf(house.db, run)
    if (run.status === 'applying') await attempt(house, run, 'ready', () => perform(house, writeRoute(keepers, tell), { runId }, actor))
    if (run.status === 'undoing') await attempt(house, run, 'applied', () => perform(house, withdrawRoute(keepers, tell), { runId }, actor))
    const now = await findRun(house.db, runId)
    if (now?.status === 'reading') await attempt(house, now, 'failed', () => preview(house, now, actor, tell))
  })
}

/** Reads the file and lays out what each row would do. */
async function preview(house: House, run: FoundRun, actor: Actor, tell: Tell): Promise<void> {
  const now = house.clock()
  const today = dayInHanoi(now)
  const scope = await house.scopeOf(house.db, actor, writeRun.permission, today)
  if (!scope) throw new NotPermitted()
  const read = await readFile(house.db, run, tell)
  const day = run.day ?? (await dayOfUndated(house.db, run.kind, read, { scope, today, now }))
  const planned = await planRun(house.db, { ...wishOf(run), day }, read, { scope, today, now })
  if (planned.length === 0) throw new Refused([{ code: 'no-rows' }])
  await house.db.transaction().execute(async (tx) => {
    await lockRun(tx, run.id)
    await setRequest(tx, run.id, { day })
    await replaceRows(tx, run.id, planned, (done) => tell({ step: 'storing', done, total: planned.length }))
    await setRecognised(tx, run.id, {
      recognised: { sheets: shownSheets(read.sheets), warnings: read.warnings },
      counts: countRows(planned),
    })
    await setStatus(tx, run.id, 'ready', run.failure?.code === 'preview-outdated' ? run.failure : null)
  })
}

/** Null where the list says its day itself, or names no unit that has ended; papers and classes carry their own days. */
async function dayOfUndated(
  db: Db,
  kind: ImportKind,
  read: Reading,
  { scope, today, now }: { scope: Scope; today: string; now: Date },
): Promise<string | null> {
  if (kind !== 'people' || read.sheets.some(({ tables }) => tables.some(({ title }) => title.asOf))) return null
  const [here, ended] = [await listedUnits(db, { unitId: null, on: today, scope, now }), await endedUnits(db, { on: today, scope })]
  const day = assumedDay(read.candidates, here, ended, today)
  return day === today ? null : day
}

/** One transaction: either every row of the file is in, or none. */
function writeRoute(keepers: readonly FactKeeper[], tell: Tell): Route {
  return command(writeRun, async ({ runId }, { tx, scope, today, now }) => {
    await lockRun(tx, runId)
    const run = await findRun(tx, runId)
    if (!run) throw new NotFound()
    refuse(applyObjections(run, 'write'))
    const planned = await planAgain(tx, run, tell, { scope, today, now })
    about(tx, { subjectId: runId })
    const written = await applyPlanned(tx, planned, keepers, tell)
    await linkPeople(tx, runId, planned)
    await setApplied(tx, runId)
    return { written }
  })
}

/** Others may have written since the preview: what the officer saw must still be what happens. */
async function planAgain(db: Db, run: FoundRun, tell: Tell, asker: { scope: Scope; today: string; now: Date }): Promise<Planned[]> {
  const read = await readFile(db, run, tell)
  const planned = await planRun(db, wishOf(run), read, asker)
  const seen = await seenRows(db, run.id)
  const differing = planned.filter((row, index) => asSeen(row) !== seen[index])
  if (differing.length > 0 || seen.length !== planned.length)
    throw new Refused([{ code: 'preview-outdated', count: Math.max(differing.length, 1) }])
  return planned
}

function withdrawRoute(keepers: readonly FactKeeper[], tell: Tell): Route {
  return command(withdrawRun, async ({ runId }, { tx }) => {
    await lockRun(tx, runId)
    const run = await findRun(tx, runId)
    if (!run) throw new NotFound()
    refuse(moveObjections(run, 'withdraw'))
    refuse(await undoObjections(tx, runId, keepers))
    await tell({ step: 'withdrawing', done: 0, total: 1 })
    about(tx, { subjectId: runId, reason: run.undoneWhy ?? '' })
    const result = await withdrawFacts(tx, run, keepers)
    await setUndone(tx, runId, run.undoneWhy ?? '')
    return result
  })
}

async function readFile(db: Db, run: FoundRun, tell: Tell): Promise<Reading> {
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

function wishOf(run: FoundRun) {
  return { id: run.id, kind: run.kind, unitId: run.unit?.id ?? null, day: run.day }
}

async function actorOf(db: Db, run: FoundRun): Promise<Actor> {
  if (run.accountId === null) return { ...program, name: run.actor }
  return (await actorOfAccount(db, run.accountId)) ?? { accountId: run.accountId, name: run.actor, personId: null, grants: [] }
}

/** What is refused or fails leaves the run where nothing of it is written, with the reason. */
async function attempt(house: House, run: FoundRun, fallback: 'ready' | 'failed' | 'applied', work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'fault') console.error(error)
    const status = failure.code === 'preview-outdated' ? 'reading' : fallback
    await house.db.transaction().execute((tx) => setStatus(tx, run.id, status, failure))
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof WorkbookError) return { ...error.problem }
  const { code, refusals } = problemOf(error)
  const [first] = refusals ?? []
  return first ? { ...first, ...(refusals && refusals.length > 1 ? { refusals } : {}) } : { code }
}
