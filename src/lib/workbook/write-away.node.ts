import { Worker } from 'node:worker_threads'
import type { LaidOutSheet } from './laid-out.ts'
import type { WrittenSheet } from './write.ts'

const memoryMb = 2048
// Each takes a processor and much memory; whoever asks for a further one waits.
const mostAtOnce = 2

let underWay = 0
const waiting: (() => void)[] = []

/** As `writeWorkbook`, on a thread of its own: a list of forty thousand takes seconds in which others want to be answered. */
export async function writeWorkbookAway(sheets: readonly (WrittenSheet | LaidOutSheet)[]): Promise<Uint8Array> {
  if (underWay >= mostAtOnce) await new Promise<void>((go) => waiting.push(go))
  else underWay += 1
  try {
    return await onThread(sheets)
  } finally {
    // The place goes to whoever has waited longest, or is free.
    const next = waiting.shift()
    if (next) next()
    else underWay -= 1
  }
}

async function onThread(sheets: readonly (WrittenSheet | LaidOutSheet)[]): Promise<Uint8Array> {
  const worker = new Worker(new URL('./write-worker.node.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.postMessage(sheets)
    })
  } finally {
    await worker.terminate()
  }
}
