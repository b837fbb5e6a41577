import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FastifyBaseLogger } from 'fastify'
import { Logger, runMigrations } from 'graphile-worker'
import { type JobEnd, jobEnded } from './happenings.ts'

export type JobThread = { stop(): Promise<void> }
/** What the thread tells the server, which keeps the log and the metrics of both. */
export type JobNote = { ended: JobEnd } | { trouble: string }

const quiet = new Logger(() => () => undefined)
const memoryMb = 1024
// An import lets go of much at once: with more room for the young the thread takes twice the memory and is no faster.
const youngMb = 16
const patienceInMs = 5_000
// What killed it, such as a database that is away, may last a moment.
const pauseInMs = 1_000

/** Makes the queue's own schema, so that commands can put jobs in it. */
export async function prepareJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
}

/** Runs jobs on a thread of their own, so that pages never wait for them; a thread that dies is replaced. */
export async function startJobs(
  { url, appUrl }: { url: string; appUrl: string },
  entry: URL,
  log?: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): Promise<JobThread> {
  await prepareJobs(url)
  let stopping = false
  let thread = open()

  function open(): Worker {
    const worker = new Worker(entry, {
      workerData: { url, appUrl },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
    })
    worker.on('message', (note: JobNote) => hear(note))
    worker.on('error', (err) => log?.warn({ err }, 'the thread of jobs broke; another takes its place'))
    worker.on('exit', () => {
      if (!stopping) setTimeout(() => (stopping ? undefined : (thread = open())), pauseInMs).unref()
    })
    return worker
  }

  function hear(note: JobNote): void {
    if ('trouble' in note) return log?.warn({ trouble: note.trouble }, 'the queue of jobs')
    log?.info({ job: note.ended.job, outcome: note.ended.outcome, ms: Math.round(note.ended.seconds * 1_000) }, 'job')
    jobEnded.publish(note.ended)
  }

  return {
    async stop() {
      stopping = true
      if (thread.threadId === -1) return // has ended, and its successor is not there yet
      const ended = once(thread, 'exit')
      thread.postMessage('stop')
      const late = setTimeout(() => void thread.terminate(), patienceInMs)
      await ended
      clearTimeout(late)
    },
  }
}
