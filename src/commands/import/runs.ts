import { formatDay, dayInHanoi } from '#lib/days.ts'
import { failureText } from '#modules/imports/failure-text.ts'
import { listRuns, readRun, undoRun, type Run } from '#modules/imports/run.contract.ts'
import { NotFound, Refused } from '#server/refusal.ts'
import { UsageError, type Io } from '../../command-line.ts'
import { inOffice } from './office.ts'

const states: Record<Run['status'], string> = {
  reading: 'đang đọc',
  ready: 'chờ ghi',
  failed: 'không đọc được',
  applying: 'đang ghi',
  applied: 'đã ghi',
  undoing: 'đang hoàn tác',
  undone: 'đã hoàn tác',
}

/** Undoes a run whole; refused with the list of what was built on it since. */
export function undoImport(io: Io, asked: { run: string; reason: string; format: 'text' | 'json' }): Promise<number> {
  return inOffice(io, async ({ ask, work }) => {
    try {
      await ask(undoRun, { runId: asked.run, reason: asked.reason })
      await work(asked.run)
      const { run } = await ask(readRun, { runId: asked.run })
      const isUndone = run.status === 'undone'
      io.out(
        asked.format === 'json'
          ? JSON.stringify({ run: run.id, status: run.status, failure: run.failure })
          : isUndone
            ? 'Đã hoàn tác.'
            : failureText(run.failure ?? { code: 'fault' }, 'vi'),
      )
      return isUndone ? 0 : 1
    } catch (error) {
      if (error instanceof NotFound) throw new UsageError({ vi: `Không có lần nhập ${asked.run}.`, en: `There is no import ${asked.run}.` })
      if (!(error instanceof Refused)) throw error
      io.out(
        asked.format === 'json'
          ? JSON.stringify({ run: asked.run, refusals: error.refusals }, null, 2)
          : error.refusals.flatMap(linesOf).join('\n'),
      )
      return 1
    }
  })
}

export function listImports(io: Io, format: 'text' | 'json'): Promise<number> {
  return inOffice(io, async ({ ask }) => {
    const { runs } = await ask(listRuns, { limit: 100 })
    if (format === 'json') io.out(JSON.stringify(runs, null, 2))
    else
      for (const run of runs)
        io.out(
          `${run.id}  ${formatDay(dayInHanoi(new Date(run.createdAt)))}  ${states[run.status]}  ${run.counts?.rows ?? 0} dòng  ${run.fileName}`,
        )
    return 0
  })
}

function linesOf(refusal: { code: string } & Record<string, unknown>): string[] {
  const facts = Array.isArray(refusal['facts']) ? (refusal['facts'] as { personName: string | null; summary: { vi: string } }[]) : []
  return [failureText(refusal, 'vi'), ...facts.map(({ personName, summary }) => `  ${[personName, summary.vi].filter(Boolean).join(': ')}`)]
}
