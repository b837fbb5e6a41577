import { Buffer } from 'node:buffer'
import { formatDay } from '#lib/days.ts'
import type { Language } from '#lib/language.ts'
import { numberText } from '#lib/numbers.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import type { FileAnswer } from '#server/operations.ts'
import { unitWords } from './figure.ts'
import { listSheet, type ExportedList } from './list-sheet.ts'
import { partsText } from './parts-text.ts'
import type { FigureAnswer, Review } from './review.contract.ts'
import { workbookWords } from './workbook-words.ts'

export type Made = { language: Language; by: string; at: Date; foot: string | null }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The table on the first sheet with all that says what it is; then a sheet for each figure with its list. */
export async function reviewWorkbook(report: Review, lists: ExportedList[], made: Made): Promise<FileAnswer> {
  const sheets = [tableSheet(report, made), ...lists.map((list) => listSheet(list, made.language))]
  const bytes = await writeWorkbookAway(sheets.map((sheet) => ({ ...sheet, foot: made.foot })))
  return {
    name: `${report.unit[made.language]} ${report.days.from} ${report.days.to}.xlsx`,
    type: spreadsheet,
    content: Buffer.from(bytes),
  }
}

function tableSheet({ unit, commune, days, figures, asides, isProtected }: Review, { language, by, at }: Made): WrittenSheet {
  const words = workbookWords[language]
  const known = days.knownOn === null ? words.knownNow : words.knownOn(formatDay(days.knownOn))
  return {
    name: words.table,
    title: [
      `${words.table} · ${unit[language]}${commune ? ` · ${commune[language]}` : ''}`,
      words.period(formatDay(days.from), formatDay(days.to)),
      `${words.on(formatDay(days.on))}, ${known}`,
      words.by(by, instantText(at)),
      ...(isProtected ? [words.protected] : []),
    ],
    columns: [
      { header: words.line, width: 60 },
      { header: words.number, width: 12, kind: 'number' },
      { header: words.unit, width: 14 },
      { header: words.made, width: 44 },
      { header: words.code, width: 24 },
    ],
    rows: [...figures.map((figure) => rowOf(figure, language)), [words.aside], ...asides.map((aside) => rowOf(aside, language))],
    boldRows: new Set([figures.length]),
  }
}

function rowOf(answer: FigureAnswer, language: Language): (string | number | null)[] {
  return [
    answer.label[language],
    shownNumber(answer, language),
    unitWords[answer.unit][language],
    partsText(answer, language),
    answer.figure,
  ]
}

/** Nobody to count is a dash; a share with a decimal is text, for the column shows whole numbers. */
function shownNumber({ value, unit, keptBack }: FigureAnswer, language: Language): string | number {
  if (keptBack) return workbookWords[language][keptBack]
  if (value === null) return '–'
  return unit === 'percent' && !Number.isInteger(value) ? numberText(value, language, 1) : value
}

function instantText(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' }).format(at)
}
