import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { type Actor, command, query, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { NotFound, refuse, Refused } from '#server/refusal.ts'
import type { ColumnRole, Mapping } from './candidate.ts'
import { errorFile } from './error-file.node.ts'
import { rememberMapping } from './mapping.sql.ts'
import { applyObjections, moveObjections, type RunMove } from './run.ts'
import { applyRun, beginRun, discardRun, listRuns, readErrors, readRun, readTemplate, reread, setColumns, undoRun } from './run.contract.ts'
import {
  addRun,
  columnsOfRun,
  findRun,
  lockRun,
  removeRun,
  runInScope,
  runsPage,
  setColumnsOfRun,
  setRequest,
  setStatus,
  setUndoReason,
  type FoundRun,
} from './run.sql.ts'
import { templateFile } from './template.node.ts'
import { undoObjections } from './undo.sql.ts'
import { findProgress } from './working.sql.ts'

/** What imports ask of the house: who keeps facts, and who does the long work once the command is committed. */
export type Around = { keepers: readonly FactKeeper[]; enqueue: (tx: Tx, runId: string) => Promise<void> }

export function runRoutes({ keepers, enqueue }: Around): Route[] {
  return [
    command(beginRun, async ({ kind, unitId, day }, { tx, actor, scope, file, today }) => {
      if (!file) throw new Refused([{ code: 'no-file' }])
      refuse(day && day > today ? [{ code: 'day-in-future', day }] : [])
      assureReach(scope, unitId ?? null)
      const id = await addRun(tx, { kind, unitId: unitId ?? null, day: day ?? null, fileName: file.name, content: file.bytes, actor })
      about(tx, { subjectId: id })
      await enqueue(tx, id)
      return { id }
    }),

    wideQuery(listRuns, async ({ after, limit }, { db, scope, actor }) =>
      runsPage(db, runInScope(scope, actor.accountId), { after, limit }),
    ),

    wideQuery(readRun, async ({ runId }, { db, scope, actor }) => {
      const run = await seen(db, runId, scope, actor)
      const { recognised } = run
      return {
        run,
        progress: await findProgress(db, runId),
        sheets: recognised.sheets ?? [],
        warnings: recognised.warnings ?? [],
        objections: applyObjections(run),
      }
    }),

    command(setColumns, async ({ runId, fingerprint, columns }, { tx, scope, actor }) => {
      const run = await held(tx, runId, scope, actor, 'change')
      // The roles are the reading's own words; a role it does not know it leaves aside.
      const mapping: Mapping = { fingerprint, columns: columns.map(({ column, role }) => ({ column, role: role as ColumnRole })) }
      const before = ((await columnsOfRun(tx, runId)) as Mapping[]).filter((one) => one.fingerprint !== fingerprint)
      await setColumnsOfRun(tx, runId, [...before, mapping])
      await rememberMapping(tx, { kind: run.kind, unitId: run.unit?.id ?? null, mapping })
      await readAgain(tx, runId, enqueue)
      return {}
    }),

    command(reread, async ({ runId, ...request }, { tx, scope, actor, today }) => {
      await held(tx, runId, scope, actor, 'read')
      refuse(request.day && request.day > today ? [{ code: 'day-in-future', day: request.day }] : [])
      if (request.unitId !== undefined) assureReach(scope, request.unitId)
      await setRequest(tx, runId, request)
      await readAgain(tx, runId, enqueue)
      return {}
    }),

    command(applyRun, async ({ runId }, { tx, scope, actor }) => {
      const run = await held(tx, runId, scope, actor, 'apply')
      refuse(applyObjections(run))
      await setStatus(tx, runId, 'applying')
      about(tx, { subjectId: runId })
      await enqueue(tx, runId)
      return {}
    }),

    command(undoRun, async ({ runId, reason }, { tx, scope, actor }) => {
      await held(tx, runId, scope, actor, 'undo')
      refuse(await undoObjections(tx, runId, keepers))
      await setUndoReason(tx, runId, reason)
      await setStatus(tx, runId, 'undoing')
      about(tx, { subjectId: runId, reason })
      await enqueue(tx, runId)
      return {}
    }),

    command(discardRun, async ({ runId }, { tx, scope, actor }) => {
      await held(tx, runId, scope, actor, 'discard')
      await removeRun(tx, runId)
      about(tx, { subjectId: runId })
      return {}
    }),

    wideQuery(readErrors, async ({ runId, language }, { db, scope, actor, now }) =>
      errorFile(db, await seen(db, runId, scope, actor), { language, by: actor.name, at: now }),
    ),

    query(readTemplate, async ({ kind }) => templateFile(kind)),
  ]
}

/** A caller of some units' scope must say for which of them the list is. */
function assureReach(scope: Scope, unitId: string | null): void {
  if (scope === 'everything') return
  if (unitId === null) throw new Refused([{ code: 'unit-needed' }])
  if (!scope.unitIds.includes(unitId)) throw new NotFound()
}

async function seen(db: Db, runId: string, scope: Scope, actor: Actor): Promise<FoundRun> {
  const run = await findRun(db, runId, runInScope(scope, actor.accountId))
  if (!run) throw new NotFound()
  return run
}

export async function held(tx: Tx, runId: string, scope: Scope, actor: Actor, move: RunMove): Promise<FoundRun> {
  await lockRun(tx, runId)
  const run = await seen(tx, runId, scope, actor)
  refuse(moveObjections(run, move))
  return run
}

export async function readAgain(tx: Tx, runId: string, enqueue: Around['enqueue']): Promise<void> {
  await setStatus(tx, runId, 'reading')
  await enqueue(tx, runId)
}
