import { trainingKinds, isTrainingKind } from '#law/training-kinds.ts'
import { formatDay } from '#lib/days.ts'
import { numberText } from '#lib/numbers.ts'
import { unitWords } from '#modules/statistics/figure.ts'
import { partsText } from '#modules/statistics/parts-text.ts'
import type { FigureAnswer, ListAnswer, Review } from '#modules/statistics/review.contract.ts'

/** The review as a person reads it at the command line. */
export function reviewLines({ unit, commune, days, figures, asides }: Review): string[] {
  const known = days.knownOn === null ? 'theo số liệu biết đến nay' : `theo số liệu biết đến hết ${formatDay(days.knownOn)}`
  return [
    `Tổng kết công tác cán bộ · ${unit.vi}${commune ? ` · ${commune.vi}` : ''}`,
    `${formatDay(days.from)} – ${formatDay(days.to)} · xem tại ngày ${formatDay(days.on)} · ${known}`,
    '',
    ...alignedTable(figures.map(figureCells)),
    '',
    ...asides.filter(({ value }) => value !== 0).map((aside) => `${aside.label.vi}: ${valueText(aside)}`),
  ]
}

/** Columns of text, each as wide as its widest cell. `rightColumns` are set to the right, as numbers are. */
export function alignedTable(rows: string[][], rightColumns: number[] = [1]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, rightColumns.includes(column)))
      .join('  ')
      .trimEnd(),
  )
}

export function peopleTable(rows: ListAnswer[]): string[] {
  const head = ['TT', 'Họ và tên / Lớp', 'Đơn vị', 'Loại', 'Từ ngày', 'Quyết định', 'Lượt', 'Đạt']
  return alignedTable([head, ...rows.map(personCells)], [0, 6])
}

function personCells(row: ListAnswer, index: number): string[] {
  const kind = isTrainingKind(row.kind) ? trainingKinds[row.kind].name.vi : (row.title ?? '')
  return [
    String(index + 1),
    row.person?.name ?? row.class?.title ?? '',
    [row.unit?.vi, row.host?.vi].filter(Boolean).join(' → '),
    kind,
    row.from ? formatDay(row.from) : '',
    row.decision ? `${row.decision.code}, ${formatDay(row.decision.issuedOn)}` : '',
    numberText(row.times, 'vi'),
    row.meets === null ? '' : row.meets ? 'đạt' : 'chưa',
  ]
}

function figureCells(answer: FigureAnswer): string[] {
  return [answer.label.vi, numberOf(answer), answer.value === null ? '' : unitWords[answer.unit].vi, answer.figure, noteOf(answer)]
}

function valueText(answer: FigureAnswer): string {
  return `${numberOf(answer)} ${unitWords[answer.unit].vi}`
}

function numberOf({ value, unit }: FigureAnswer): string {
  if (value === null) return '–'
  return numberText(value, 'vi', unit === 'percent' && !Number.isInteger(value) ? 1 : 0)
}

function noteOf(answer: FigureAnswer): string {
  const text = partsText(answer, 'vi')
  return text === '' ? '' : `(${text})`
}

function padded(text: string, width: number, toRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return toRight ? space + text : text + space
}

/** Marks stand over the letter before them and take no room. */
function widthOf(text: string): number {
  return [...text.normalize('NFC')].filter((sign) => !/\p{M}/u.test(sign)).length
}
