import { Worker } from 'node:worker_threads'
import type { Instance } from './instance.ts'
import type { Options, Progress, Solution } from './solve.node.ts'

export type ToSolver = { instance: Instance } & Pick<Options, 'seconds' | 'gap'>
export type FromSolver = { progress: Progress } | { solution: Solution }

const memoryMb = 2048

/** Stopped before it had an answer. */
export class SolvingStopped extends Error {}

/** Solves on a thread of its own, which ends at once when the signal says so. */
export async function solveApart(job: ToSolver, tell: (progress: Progress) => void, signal: AbortSignal): Promise<Solution> {
  const worker = new Worker(new URL('./worker.node.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  try {
    return await new Promise<Solution>((resolve, reject) => {
      worker.on('message', (message: FromSolver) => ('solution' in message ? resolve(message.solution) : tell(message.progress)))
      worker.on('error', reject)
      worker.on('exit', () => reject(new SolvingStopped('the solver ended')))
      signal.addEventListener('abort', () => reject(new SolvingStopped('stopped')))
      worker.postMessage(job)
    })
  } finally {
    await worker.terminate()
  }
}
