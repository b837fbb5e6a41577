import { formatDay } from '#lib/days.ts'
import type { Language } from '#lib/language.ts'
import { numberText } from '#lib/numbers.ts'
import type { LaidOutCell, LaidOutSheet } from '#lib/workbook/laid-out.ts'
import type { CellAnswer, FormAnswer, RowAnswer } from './form.contract.ts'
import { formNotes } from './form-notes.ts'
import { byProgrammes } from './form-cells.ts'
import type { FormDefinition } from './form.ts'
import { formWords } from './form-words.ts'

export type CellTarget = (row: string, column: string) => { sheet: number; row: number; rows: number } | undefined
type Given = {
  form: FormDefinition
  answer: FormAnswer
  count: 'people' | 'times'
  language: Language
  targetOf: CellTarget
  foot: string | null
}

const headRows = 7

/** The form on its sheet, as the office hands it in: head, bands, the row of numbers, rows, what it has no row for, signatures, notes. */
export function formSheet(given: Given): LaidOutSheet {
  const { answer, language, foot } = given
  const last = answer.columns.length + 1
  const restFrom = headRows + answer.rows.length
  const rest = answer.rest.length === 0 ? 0 : answer.rest.length + 1
  const signAt = restFrom + rest + 1
  const notes = [...besideLines(given), ...formNotes(answer, language), ...(foot ? [foot] : [])]
  return {
    kind: 'laid-out',
    name: answer.number ?? formWords[language].form,
    widths: [6, 34, ...answer.columns.map(() => (answer.columns.length > 12 ? 8.5 : 11))],
    heights: new Map([
      [0, 20],
      [1, 20],
      [5, answer.columns.length > 12 ? 78 : 48],
      ...answer.rest.map(({ label }, at): [number, number] => [restFrom + 1 + at, label[language].length > 36 ? 32 : 16]),
      ...notes.map((text, at): [number, number] => [signAt + 7 + at, 16 * Math.ceil(text.length / 150)]),
    ]),
    cells: [
      ...paperHead(given, last),
      ...tableHead(given),
      ...answer.rows.flatMap((row, at) => lineCells(given, row, headRows + at)),
      ...restCells(given, restFrom, last),
      ...signatures(given, signAt, last),
      ...notes.map((text, at) => ({ row: signAt + 7 + at, column: 0, across: last + 1, value: text, italic: true, size: 10 })),
    ],
    heading: { from: 4, to: 6 },
    foot,
  }
}

function paperHead({ answer, count, language }: Given, last: number): LaidOutCell[] {
  const words = formWords[language]
  const right = Math.max(3, last - 2)
  const { from, to, on } = answer.days
  const line = (row: number, column: number, across: number, value: string, more: Partial<LaidOutCell> = {}) => ({
    row,
    column,
    across,
    value,
    align: 'center' as const,
    ...more,
  })
  return [
    line(0, 0, 2, answer.unit[language].toUpperCase()),
    line(1, 0, 2, words.board, { bold: true }),
    line(0, 2, right - 2, answer.name[language].toUpperCase(), { down: 2, bold: true, size: 14 }),
    line(0, right, last - right + 1, answer.number ?? '', { bold: true }),
    line(1, right, last - right + 1, words.unit(count), { italic: true }),
    line(2, 0, last + 1, words.period(formatDay(from), formatDay(to), formatDay(on)), { italic: true }),
  ]
}

function tableHead({ form, answer, language }: Given): LaidOutCell[] {
  const words = formWords[language]
  const head = (row: number, column: number, value: string, more: Partial<LaidOutCell> = {}): LaidOutCell => ({
    row,
    column,
    value,
    bold: true,
    align: 'center',
    boxed: true,
    size: 11,
    ...more,
  })
  const bands = answer.columns.map(({ band }) => band?.[language] ?? null)
  const isFirst = (at: number) => bands[at] === null || bands[at] !== bands[at - 1]
  const width = (at: number) => bands.slice(at).findIndex((band) => band !== bands[at])
  return [
    head(4, 0, words.mark, { down: 2 }),
    head(4, 1, byProgrammes(form) ? words.programme : words.audience, { down: 2 }),
    ...answer.columns.flatMap(({ label }, at) => {
      const band = bands[at] ?? null
      if (band === null) return [head(4, at + 2, label[language], { down: 2 })]
      const across = width(at) === -1 ? bands.length - at : width(at)
      return [...(isFirst(at) ? [head(4, at + 2, band, { across })] : []), head(5, at + 2, label[language])]
    }),
    ...['1', '2', ...answer.columns.map(({ key }, at) => numberOf(form, key, at))].map((value, column) =>
      head(6, column, value, { bold: false, size: 10 }),
    ),
  ]
}

/** '3 = 4 + 6 + 8'. */
export function numberOf({ checks }: FormDefinition, column: string, at: number): string {
  const check = checks.find((one) => one.column === column && 'equals' in one)
  const parts = check && 'equals' in check ? check.equals : []
  return parts.length > 0 && parts.length <= 3 ? `${at + 3} = ${parts.join(' + ')}` : String(at + 3)
}

function lineCells(
  { answer, count, language, targetOf }: Given,
  { key, mark, label, depth, cells }: RowAnswer,
  row: number,
): LaidOutCell[] {
  const bold = depth === 0 || depth === 1
  return [
    { row, column: 0, value: mark, align: 'center', boxed: true, bold },
    { row, column: 1, value: label[language], boxed: true, bold, indent: Math.max(0, depth - 1) },
    ...cells.map((cell, at): LaidOutCell => {
      const to = targetOf(key, answer.columns[at]?.key ?? '')
      const value = shown(cell, count, language)
      return {
        row,
        column: at + 2,
        value,
        align: typeof value === 'string' ? 'center' : 'right',
        boxed: true,
        bold,
        ...(to && typeof value === 'number' ? { to } : {}),
      }
    }),
  ]
}

/** Nought stays empty, as offices leave it; what nobody records is a dash. */
function shown(cell: CellAnswer, count: 'people' | 'times', language: Language): string | number | null {
  if (cell.keptBack) return cell.keptBack === 'small' ? formWords[language].small : formWords[language].hidden
  const value = cell[count]
  return value === null ? '–' : value === 0 ? null : value
}

function restCells(given: Given, from: number, last: number): LaidOutCell[] {
  const { answer, language } = given
  if (answer.rest.length === 0) return []
  return [
    { row: from, column: 0, across: last + 1, value: formWords[language].rest, italic: true, bold: true, boxed: true },
    ...answer.rest.flatMap((row, at) => lineCells(given, { ...row, depth: 2 }, from + 1 + at)),
  ]
}

function besideLines({ answer, count, language }: Given): string[] {
  const words = formWords[language]
  const number = (value: number | null) => numberText(value ?? 0, language)
  const { classes, learners } = answer.byHeadCount
  return [
    ...answer.beside.map(
      ({ label, cell, ofClasses }) =>
        `${words.beside} ${label[language]}: ${number(cell[count])} ${ofClasses ? words.classes : words[count]}`,
    ),
    ...(classes > 0 ? [`${words.beside} ${words.byHeadCount(number(learners), number(classes))}`] : []),
    ...(answer.whole.times === null ? [] : [words.whole(number(answer.whole.times), number(answer.whole.people))]),
  ]
}

function signatures({ language }: Given, at: number, last: number): LaidOutCell[] {
  const words = formWords[language]
  const right = Math.ceil(last / 2) + 1
  const line = (row: number, column: number, value: string, more: Partial<LaidOutCell>): LaidOutCell => ({
    row: at + row,
    column,
    across: column === 0 ? 3 : last - right + 1,
    value,
    align: 'center',
    ...more,
  })
  return [
    line(0, right, words.place, { italic: true }),
    line(1, 0, words.maker, { bold: true }),
    line(1, right, words.head, { bold: true }),
    line(2, 0, words.makerSigns, { italic: true }),
    line(2, right, words.headSigns, { italic: true }),
  ]
}
