import { writeFile } from 'node:fs/promises'
import { exportForm } from '#modules/statistics/form-export.contract.ts'
import { readForm, type FormAnswer, type RowAnswer } from '#modules/statistics/form.contract.ts'
import { formWords } from '#modules/statistics/form-words.ts'
import type { FileAnswer } from '#server/operations.ts'
import { type Io, UsageError } from '../../command-line.ts'
import { askOperations, type AskedReview } from './ask.ts'
import { alignedTable } from './print.ts'

type AskedForm = AskedReview & { year?: number }

export function askedYear(year: string | undefined): { year?: number } {
  if (year === undefined) return {}
  if (!/^(19|20)\d\d$/.test(year)) throw new UsageError({ vi: `--year ${year}: không phải năm.`, en: `--year ${year}: no year.` })
  return { year: Number(year) }
}

/** An official form at the command line: as a table, as every cell, or as the workbook. */
export async function printForm(
  form: string,
  { commune: _, ...asked }: AskedForm,
  { format, out }: { format: 'table' | 'json' | 'xlsx'; out: string | undefined },
  io: Io,
): Promise<void> {
  const input = { form, basis: 'begun', count: 'people', language: 'vi', ...asked }
  if (format === 'xlsx') {
    const { content } = await askOperations(asked, (ask) => ask<FileAnswer>(exportForm, input))
    const file = out ?? `${form}.xlsx`
    await writeFile(file, content)
    return io.say(file)
  }
  const answer = await askOperations(asked, (ask) => ask<FormAnswer>(readForm, input))
  const text = format === 'json' ? JSON.stringify(cellsOf(answer), null, 2) : linesOf(answer).join('\n')
  if (out === undefined) return io.out(text)
  await writeFile(out, `${text}\n`)
  io.say(out)
}

function cellsOf({ rows, rest, columns }: FormAnswer) {
  return [...rows, ...rest].flatMap(({ key, cells }) =>
    cells.map(({ people, times }, at) => ({ row: key, column: columns[at]?.key ?? '', people, times })),
  )
}

function linesOf(answer: FormAnswer): string[] {
  const words = formWords.vi
  const numbers = answer.columns.map((_, at) => at + 2)
  const cellsIn = ({ mark, label, cells }: RowAnswer) => [
    mark,
    label.vi,
    ...cells.map(({ people }) => (people === null ? '–' : String(people))),
  ]
  const head = [words.mark, words.programme, ...answer.columns.map((_, at) => String(at + 3))]
  const rest = answer.rest.length === 0 ? [] : [['', words.rest, ...answer.columns.map(() => '')], ...answer.rest.map(cellsIn)]
  return [
    `${answer.name.vi.toUpperCase()} · ${answer.unit.vi} · ${answer.number ?? answer.document}`,
    ...alignedTable([head, ...answer.rows.map(cellsIn), ...rest], numbers),
    ...answer.beside.map(({ label, cell }) => `${words.beside} ${label.vi}: ${cell.people ?? 0}`),
  ]
}
