import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { ahead } from '#lib/ahead.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { command, type Route } from '#server/operations.ts'
import type { House } from '#server/perform.ts'
import { NotFound, refuse, Refused } from '#server/refusal.ts'
import { beginWriting } from './apply.sql.ts'
import { unpackRow } from './packed-rows.ts'
import type { Planned } from './planned.ts'
import { planRun, type Asker, type Planning } from './planning.sql.ts'
import { asSeen, linkRows, seenRows, type SeenRow } from './row-chunks.sql.ts'
import { applyObjections } from './run.ts'
import { writeRun } from './run.contract.ts'
import { findRun, lockRun, readingOf, setApplied, wishOf, type FoundRun } from './run.sql.ts'
import { type Tell, waitForOtherLists } from './working.sql.ts'

type Work = { house: House; keepers: readonly FactKeeper[]; tell: Tell }

/** One transaction: either every row of the file is in, or none. */
export function writeRoute(work: Work): Route {
  return command(writeRun, async ({ runId }, { tx, scope, today, now }) => {
    await waitForOtherLists(tx)
    await lockRun(tx, runId)
    const run = await findRun(tx, runId)
    if (!run) throw new NotFound()
    refuse(applyObjections(run, 'write'))
    about(tx, { subjectId: runId })
    const written = await writeRows(tx, run, work, { scope, today, now })
    await setApplied(tx, runId)
    return { written }
  })
}

/**
 * Others may have written since the preview: what the officer saw must still be what happens. What is known is asked outside
 * the transaction, so that no row is judged by what a row before it has just written.
 */
async function writeRows(tx: Tx, run: FoundRun, { house, keepers, tell }: Work, asker: Asker): Promise<number> {
  const reading = await readingOf(tx, run.id)
  if (!reading) throw new Refused([{ code: 'preview-outdated', count: 1 }])
  const planning = await planRun(house.db, wishOf(run), { ...reading, rows: () => rowsOf(house.db, run.id) }, asker)
  const writer = await beginWriting(tx, planning.classes, keepers)
  const total = run.counts?.rows ?? 0
  let [done, differing] = [0, 0]
  for await (const { seen, planned } of ahead(plannedRows(house.db, run.id, planning))) {
    differing += planned.filter((row, index) => !isAsSeen(row, seen[index])).length
    done += seen.length
    if (differing > 0) continue
    await writer.write(planned)
    await linkRows(tx, run.id, linksOf(planned, seen))
    await tell({ step: 'writing', done, total })
  }
  if (differing > 0 || done !== total) throw new Refused([{ code: 'preview-outdated', count: Math.max(differing, 1) }])
  return writer.end()
}

async function* plannedRows(db: Db, runId: string, { plan }: Planning): AsyncGenerator<{ seen: SeenRow[]; planned: Planned[] }> {
  for await (const seen of seenRows(db, runId)) {
    const rows = seen.map(({ reading }) => unpackRow(reading))
    const ids = seen.map(({ id }) => id)
    yield { seen, planned: await plan(rows, ids) }
  }
}

function isAsSeen(row: Planned, seen: SeenRow | undefined): boolean {
  return seen !== undefined && asSeen(row) === asSeen(seen)
}

/** The rows about somebody whom another row entered. */
function linksOf(planned: readonly Planned[], seen: readonly SeenRow[]): { number: number; personId: string }[] {
  return seen.flatMap(({ number, id }, index) => {
    const { personId = null, writes = {} } = planned[index] ?? {}
    const entered = writes.sendings?.[0]?.personId ?? writes.enrolments?.[0]?.personId
    return personId === null && entered && entered !== id ? [{ number, personId: entered }] : []
  })
}

async function* rowsOf(db: Db, runId: string) {
  for await (const seen of seenRows(db, runId)) yield seen.map(({ reading }) => unpackRow(reading))
}
