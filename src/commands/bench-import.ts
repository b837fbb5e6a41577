import { defineCommand, UsageError } from '../command-line.ts'
import { measureImport } from './bench/import.ts'
import { machineOf } from './bench/report.ts'
import { openScratch } from './bench/scratch.ts'
import { alignedTable } from './review/print.ts'

export const command = defineCommand({
  name: 'bench-import',
  summary: {
    vi: 'Đo việc xem trước, ghi và hoàn tác một danh sách dài qua máy chủ, so với chỉ đọc tệp và COPY, trên cơ sở dữ liệu riêng.',
    en: 'Measures previewing, applying and undoing a long list through the server, against parsing and COPY alone, on a database of its own.',
  },
  usage: 'bench-import [--rows 38000] [--times 1]',
  options: { rows: { type: 'string', default: '38000' }, times: { type: 'string', default: '1' } },
  async run({ values }, io) {
    const rows = countOf('--rows', values.rows)
    const times = countOf('--times', values.times)
    const lines: (string | number)[][] = []
    for (let time = 0; time < times; time++) {
      // Each on a database of its own: what the one before left must not slow it.
      const scratch = await openScratch(undefined)
      try {
        if (time === 0) io.out(await machineOf(scratch.db))
        const { parse_ms, copy_ms, preview_ms, apply_ms, undo_ms, ratio, idle_mb, peak_mb } = await measureImport(scratch, rows)
        lines.push([parse_ms, copy_ms, preview_ms, apply_ms, undo_ms, ratio, idle_mb ?? '–', peak_mb ?? '–'])
      } finally {
        await scratch.end(false)
      }
    }
    const head = [
      'parse, ms',
      'COPY, ms',
      'preview, ms',
      'apply, ms',
      'undo, ms',
      '(preview + apply) : (parse + COPY)',
      'idle, MB',
      'peak, MB',
    ]
    for (const line of alignedTable([head, ...lines.map((row) => row.map(String))], [0, 1, 2, 3, 4, 5, 6, 7])) io.out(line)
  },
})

function countOf(option: string, text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError({ vi: `${option} là một số từ 1.`, en: `${option} is a number from 1 on.` })
  return count
}
