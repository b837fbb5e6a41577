import { parentPort } from 'node:worker_threads'
import { type Workbook, WorkbookError } from '#lib/workbook/cells.ts'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import type { FromWorker, Piece, ToWorker } from './reading.node.ts'
import { recogniseSteps, type RecogniseOptions } from './recognition/recognise.ts'

/** Candidates in a piece: some 2 ms of copying on the main thread. */
const pieceSize = 200

const rowsInPiece = 1000

if (parentPort === null) throw new Error('this file runs in a worker')
const port = parentPort
const waiting: (() => void)[] = []

port.on('message', (message: ToWorker | 'more') => {
  if (message === 'more') waiting.shift()?.()
  else void work(message)
})

async function work(job: ToWorker): Promise<void> {
  try {
    const workbook = await parseWorkbook(job.bytes)
    if (job.want === 'rows') await sendRows(workbook)
    else await sendCandidates(workbook, job.options)
    send({ finished: true })
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    send({ problem: error.problem })
  }
}

async function sendCandidates(workbook: Workbook, options: RecogniseOptions): Promise<void> {
  const rows = workbook.sheets.reduce((sum, sheet) => sum + (sheet.isHidden ? 0 : sheet.rows.length), 0)
  let done = 0
  let piece = emptyPiece(done, rows)
  for (const step of recogniseSteps(workbook, options)) {
    if ('candidate' in step) piece.candidates.push(step.candidate)
    else if ('refused' in step) piece.refused.push(...step.refused)
    else if ('warning' in step) piece.warnings.push(step.warning)
    else piece.sheets.push(step.sheet)
    if ('candidate' in step || 'refused' in step) done += 1
    piece.done = done
    if (piece.candidates.length + piece.refused.length < pieceSize) continue
    await hand({ piece })
    piece = emptyPiece(done, rows)
  }
  await hand({ piece: { ...piece, done: rows } })
}

async function sendRows({ sheets, format, dateSystem }: Workbook): Promise<void> {
  for (const sheet of sheets) {
    for (let at = 0; at === 0 || at < sheet.rows.length; at += rowsInPiece) {
      await hand({ sheet: { ...sheet, rows: sheet.rows.slice(at, at + rowsInPiece) }, isRest: at > 0, format, dateSystem })
    }
  }
}

/** Sends and waits until the other side has taken it: the pieces never pile up. */
function hand(message: FromWorker): Promise<void> {
  send(message)
  return new Promise((resolve) => waiting.push(resolve))
}

function send(message: FromWorker): void {
  port.postMessage(message)
}

function emptyPiece(done: number, rows: number): Piece {
  return { candidates: [], refused: [], warnings: [], sheets: [], done, rows }
}
