import { Worker } from 'node:worker_threads'
import type { WrittenSheet } from './write.ts'

const memoryMb = 2048

/** As `writeWorkbook`, on a thread of its own: a list of forty thousand takes seconds in which others want to be answered. */
export async function writeWorkbookAway(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
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
