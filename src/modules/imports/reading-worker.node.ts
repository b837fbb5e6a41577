import { parentPort } from 'node:worker_threads'
import { deflateRawSync } from 'node:zlib'
import { type Workbook, WorkbookError } from '#lib/workbook/cells.ts'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import type { ReadRow } from './candidate.ts'
import { packRow } from './packed-rows.ts'
import { RowGatherer } from './read-rows.ts'
import type { FromWorker, ToWorker } from './reading.node.ts'
import { recogniseSteps, type RecogniseOptions } from './recognition/recognise.ts'

const rowsInPiece = 500

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
    if (job.want === 'cells') await sendCells(workbook)
    else await sendRows(workbook, job.options)
    send({ finished: true })
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    send({ problem: error.problem })
  }
}

async function sendRows(workbook: Workbook, options: RecogniseOptions): Promise<void> {
  const total = workbook.sheets.reduce((sum, sheet) => sum + (sheet.isHidden ? 0 : sheet.rows.length), 0)
  const gatherer = new RowGatherer()
  let done = 0
  let rows: ReadRow[] = []
  for (const step of recogniseSteps(workbook, options)) {
    rows.push(...gatherer.take(step))
    if (rows.length < rowsInPiece) continue
    done += rows.length
    await hand(piece(rows, done, total))
    rows = []
  }
  rows.push(...gatherer.end())
  if (rows.length > 0) await hand(piece(rows, total, total))
  await hand({ whole: { sheets: gatherer.sheets, warnings: gatherer.warnings, gist: gatherer.gist() } })
}

function piece(rows: ReadRow[], done: number, total: number): FromWorker {
  return { piece: { rows: rows.length, content: deflateRawSync(rows.map(packRow).join('\n'), { level: 1 }), done, total } }
}

async function sendCells({ sheets, format, dateSystem }: Workbook): Promise<void> {
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
