import { isDay } from '#lib/days.ts'
import { importKinds } from '#modules/imports/run.contract.ts'
import { UsageError, defineCommand } from '../command-line.ts'
import { importFile } from './import/file.ts'
import { listImports, undoImport } from './import/runs.ts'

const usage =
  'import TỆP --as people|sendings|classes [--unit TÊN] [--day NGÀY] [--apply] [--leave-out DÒNG,… --reason LÝ-DO] [--duplicates leave-out|new] [--format text|json] | import undo MÃ [--reason LÝ-DO] | import list'

export const command = defineCommand({
  name: 'import',
  summary: {
    vi: 'Xem trước một bảng tính; với --apply thì ghi toàn bộ hoặc không ghi gì. Hoàn tác bằng import undo.',
    en: 'Previews a workbook; with --apply writes all of it or nothing. Undone by import undo.',
  },
  usage,
  options: {
    as: { type: 'string' },
    unit: { type: 'string' },
    day: { type: 'string' },
    apply: { type: 'boolean', default: false },
    'leave-out': { type: 'string' },
    duplicates: { type: 'string' },
    reason: { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
  async run({ positionals: [what, which], values }, io) {
    const format = oneOf('--format', values.format, ['text', 'json'])
    if (what === undefined) throw new UsageError({ vi: `Cách dùng: kecan ${usage}`, en: `Usage: kecan ${usage}` })
    if (what === 'list' && which === undefined && values.as === undefined) return listImports(io, format)
    if (what === 'undo' && values.as === undefined)
      return undoImport(io, { run: required('MÃ', which), reason: values.reason ?? 'kecan import undo', format })
    if (values.day !== undefined && !isDay(values.day))
      throw new UsageError({ vi: '--day là ngày dạng 2020-12-31.', en: '--day is a day such as 2020-12-31.' })
    const kind = oneOf('--as', values.as, importKinds)
    const leftOut = { rows: rowsIn(values['leave-out']), reason: values.reason }
    if (leftOut.rows.length > 0 && !leftOut.reason)
      throw new UsageError({ vi: 'Bỏ qua dòng nào phải có --reason.', en: 'Rows are left out with a --reason.' })
    const duplicates = values.duplicates === undefined ? undefined : oneOf('--duplicates', values.duplicates, ['leave-out', 'new'])
    return importFile(io, { file: what, kind, unit: values.unit, day: values.day, apply: values.apply, leftOut, duplicates, format })
  },
})

function oneOf<T extends string>(flag: string, value: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined)
    throw new UsageError({ vi: `${flag} là một trong: ${allowed.join(', ')}.`, en: `${flag} is one of: ${allowed.join(', ')}.` })
  return found
}

function required(name: string, value: string | undefined): string {
  if (value === undefined)
    throw new UsageError({ vi: `Thiếu ${name} của lần nhập; xem kecan import list.`, en: 'Say which import; see kecan import list.' })
  return value
}

function rowsIn(text: string | undefined): number[] {
  return (text ?? '').split(',').filter(Boolean).map(Number)
}
