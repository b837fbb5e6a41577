import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Logger, runMigrations } from 'graphile-worker'

export type JobThread = { stop(): Promise<void> }

const quiet = new Logger(() => () => undefined)
const memoryMb = 1024
const patienceInMs = 5_000

/** Makes the queue's own schema, so that commands can put jobs in it. */
export async function prepareJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
}

/** Runs jobs on a thread of their own, so that pages never wait for them; a thread that dies is replaced. */
export async function startJobs({ url, appUrl }: { url: string; appUrl: string }, entry: URL): Promise<JobThread> {
  await prepareJobs(url)
  let stopping = false
  let thread = open()

  function open(): Worker {
    const worker = new Worker(entry, { workerData: { url, appUrl }, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    worker.on('error', (error) => console.error(error))
    worker.on('exit', () => {
      // Not at once: what killed it, such as a database that is away, may last a moment.
      if (!stopping) setTimeout(() => (stopping ? undefined : (thread = open())), 1_000).unref()
    })
    return worker
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
