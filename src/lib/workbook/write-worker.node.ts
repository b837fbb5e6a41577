import { parentPort } from 'node:worker_threads'
import type { LaidOutSheet } from './laid-out.ts'
import { writeWorkbook, type WrittenSheet } from './write.ts'

/** The thread of `writeWorkbookAway`: one workbook, then it is ended. */
parentPort?.once('message', (sheets: readonly (WrittenSheet | LaidOutSheet)[]) => {
  // A rejection ends the thread, and its error reaches the one who asked.
  void writeWorkbook(sheets).then((bytes) => parentPort?.postMessage(bytes))
})
