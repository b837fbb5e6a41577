import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { type Sheet, type Workbook, WorkbookError, type WorkbookProblem } from '#lib/workbook/cells.ts'
import { inspectWorkbook } from '#lib/workbook/guard.ts'
import type { Whole } from './candidate.ts'
import type { RecogniseOptions } from './recognition/recognise.ts'

/** So many rows of what is read, packed: as long as nobody asks for them they take little room. */
export type PackedPiece = { rows: number; content: Uint8Array }
export type Piece = PackedPiece & { done: number; total: number }

export type FromWorker =
  | { piece: Piece }
  | { whole: Whole }
  | { sheet: Sheet; isRest: boolean; format: Workbook['format']; dateSystem: Workbook['dateSystem'] }
  | { finished: true }
  | { problem: WorkbookProblem }

export type ToWorker = { bytes: Uint8Array } & ({ want: 'cells' } | { want: 'rows'; options: RecogniseOptions })

const memoryMb = 512
// What a reading lets go of, it lets go of at once: with more room for the young, the thread takes twice the memory and is no faster.
const youngMb = 16
const seconds = 60

/** Recognises a workbook away from the main thread; `take` is awaited before the next piece is sent. What is said of the whole comes last. */
export async function recogniseWorkbook(
  file: string | Uint8Array,
  options: RecogniseOptions,
  take: (piece: Piece) => void | Promise<void>,
): Promise<Whole> {
  let whole: Whole = { sheets: [], warnings: [], gist: { units: [], days: [] } }
  await inWorker({ bytes: await bytesOf(file), want: 'rows', options }, async (message) => {
    if ('piece' in message) await take(message.piece)
    else if ('whole' in message) whole = message.whole
  })
  return whole
}

/** The packed rows of a piece, one line each. */
export function linesOf({ content }: PackedPiece): string[] {
  return inflateRawSync(content).toString().split('\n')
}

/** All rows of all sheets, read away from the main thread. */
export async function readWorkbook(file: string | Uint8Array): Promise<Workbook> {
  const workbook: Workbook = { format: 'xlsx', dateSystem: 1900, sheets: [] }
  await inWorker({ bytes: await bytesOf(file), want: 'cells' }, (message) => {
    if (!('sheet' in message)) return
    workbook.format = message.format
    workbook.dateSystem = message.dateSystem
    if (message.isRest) workbook.sheets.at(-1)?.rows.push(...message.sheet.rows)
    else workbook.sheets.push(message.sheet)
  })
  return workbook
}

async function bytesOf(file: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(typeof file === 'string' ? await readFile(file) : file)
  // What is hostile by its table of contents does not even get a worker.
  inspectWorkbook(bytes)
  return bytes
}

async function inWorker(
  job: ToWorker & { bytes: Uint8Array<ArrayBuffer> },
  take: (message: FromWorker) => void | Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL('./reading-worker.node.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
  })
  try {
    await conversation(worker, job, take)
  } finally {
    await worker.terminate()
  }
}

function conversation(
  worker: Worker,
  job: ToWorker & { bytes: Uint8Array<ArrayBuffer> },
  take: (message: FromWorker) => void | Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new WorkbookError({ code: 'workbook-took-too-long', seconds })), seconds * 1000)
    const end = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    worker.on('message', (message: FromWorker) => {
      if ('finished' in message) return end(resolve)
      if ('problem' in message) return end(() => reject(new WorkbookError(message.problem)))
      // The clock is for the reading, not for what is done with the pieces.
      Promise.resolve(take(message)).then(
        () => {
          timer.refresh()
          worker.postMessage('more')
        },
        (error: unknown) => end(() => reject(error)),
      )
    })
    worker.on('error', (error: Error & { code?: string }) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end(() => reject(isTooLarge ? new WorkbookError({ code: 'workbook-too-large', limit: `${memoryMb} MB` }, { cause: error }) : error))
    })
    worker.on('exit', () => end(() => reject(new WorkbookError({ code: 'workbook-damaged' }))))
    worker.postMessage(job, [job.bytes.buffer])
  })
}
