import { parentPort, workerData } from 'node:worker_threads'
import { getHeapStatistics } from 'node:v8'
import { Logger, run, type TaskList } from 'graphile-worker'
import { buildHouse, keepers } from '#app'
import { connect } from '#db/connect.ts'
import type { JobNote } from '#server/job-thread.ts'
import { enqueue } from '#server/jobs.ts'
import { workOnRun } from '#modules/imports/run-work.node.ts'
import { askAgain, releaseInterrupted } from '#modules/imports/working.sql.ts'
import { beginScheduledBackup } from './backup/in-own-process.ts'
import { resumeProposals, workOnProposal } from '#modules/training/proposal-work.node.ts'
import { backupCron } from './backup/settings.ts'

// The thread of jobs: started by job-thread.ts, told to stop by a message.
// The queue is the owner's; what a job writes, the application writes.
const { url, appUrl } = workerData as { url: string; appUrl: string }
const takeUpEveryMs = 15_000
const largeHeap = 256 * 1024 * 1024
// Before the first connection, whose statements are followed.
const traces = process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ? await (await import('#server/traces.ts')).startTraces() : undefined
const db = connect(appUrl, { max: 4, isWide: true })
const house = buildHouse({ db })

const tasks: TaskList = {
  'backup-make': () => beginScheduledBackup(),
  'imports.work': async (payload) => {
    const { runId } = payload as { runId: string }
    await told('imports.work', () => workOnRun(house, runId, keepers))
    // A long list leaves a heap that is never given back; a new thread starts small.
    if (getHeapStatistics().total_heap_size > largeHeap) setImmediate(end)
  },
  'training.propose': async (payload) => {
    const { proposalId } = payload as { proposalId: string }
    await told('training.propose', () => workOnProposal(house, proposalId))
  },
}

await takeUp()
// A database that went away and came back leaves work behind while this thread lives on.
setInterval(() => void takeUp().catch(() => undefined), takeUpEveryMs).unref()
const runner = await run({
  connectionString: url,
  taskList: tasks,
  // Of several servers on one database one begins it.
  crontab: backupCron(),
  concurrency: 1,
  noHandleSignals: true,
  gracefulShutdownAbortTimeout: 2_000,
  // Its troubles, such as a database that is away; of what runs well our own notes tell.
  logger: new Logger(() => (level, message) => (['error', 'warning'].includes(level) ? tell({ trouble: message }) : undefined)),
})

parentPort?.once('message', end)

/** What was cut off is given back to its officer; what was asked for and never begun is asked for again. */
async function takeUp(): Promise<void> {
  await releaseInterrupted(db)
  await askAgain(db, (tx, runId) => enqueue(tx, 'imports.work', { runId }))
  await resumeProposals(db, (tx, proposalId) => enqueue(tx, 'training.propose', { proposalId }))
}

/** Does a job and tells the server how it ended. */
async function told(job: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  const ended = (outcome: 'done' | 'failed') => tell({ ended: { job, outcome, seconds: (performance.now() - began) / 1_000 } })
  try {
    await (traces ? traces.within(job, work) : work())
    ended('done')
  } catch (thrown) {
    ended('failed')
    throw thrown
  }
}

function tell(note: JobNote): void {
  parentPort?.postMessage(note)
}

function end(): void {
  void runner
    .stop()
    .then(() => traces?.end())
    .then(() => db.destroy())
    .then(() => process.exit(0))
}
