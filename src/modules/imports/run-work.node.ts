import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { WorkbookError } from '#lib/workbook/cells.ts'
import { actorOfAccount } from '#modules/access/account.sql.ts'
import { command, type Actor, type Route } from '#server/operations.ts'
import { perform, type House } from '#server/perform.ts'
import { problemOf } from '#server/problem.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { program } from '#server/write.ts'
import { previewRun } from './preview-run.node.ts'
import { moveObjections } from './run.ts'
import { withdrawRun, type Failure } from './run.contract.ts'
import { findRun, giveBack, lockRun, setUndone, type FoundRun } from './run.sql.ts'
import { undoObjections, withdrawFacts } from './undo.sql.ts'
import { type Tell, waitForOtherLists, whileHolding } from './working.sql.ts'
import { writeRoute } from './write-run.node.ts'

/** Does what the run waits for: reading its file, writing its facts or withdrawing them. What goes wrong is kept with the run. */
export async function workOnRun(house: House, runId: string, keepers: readonly FactKeeper[]): Promise<void> {
  await whileHolding(house.db, runId, async (tell) => {
    const run = await findRun(house.db, runId)
    if (!run) return
    const actor = await actorOf(house.db, run)
    if (run.status === 'applying')
      await attempt(house, run, 'ready', () => perform(house, writeRoute({ house, keepers, tell }), { runId }, actor))
    if (run.status === 'undoing') await attempt(house, run, 'applied', () => perform(house, withdrawRoute(keepers, tell), { runId }, actor))
    const now = await findRun(house.db, runId)
    if (now?.status === 'reading') await attempt(house, now, 'failed', () => previewRun(house, now, actor, tell))
  })
}

function withdrawRoute(keepers: readonly FactKeeper[], tell: Tell): Route {
  return command(withdrawRun, async ({ runId }, { tx }) => {
    await waitForOtherLists(tx)
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
    await house.db.transaction().execute((tx) => giveBack(tx, run, status, failure))
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof WorkbookError) return { ...error.problem }
  const { code, refusals } = problemOf(error)
  const [first] = refusals ?? []
  return first ? { ...first, ...(refusals && refusals.length > 1 ? { refusals } : {}) } : { code }
}
