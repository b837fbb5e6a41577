import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import { formatDay } from '#lib/days.ts'
import type { Language } from '#lib/language.ts'
import type { ReplyOf } from '#lib/operation.ts'
import type { WrittenColumn, WrittenSheet } from '#lib/workbook/write.ts'
import { doneWords } from './done-words.ts'
import type { readFulfilment } from './fulfilment.contract.ts'
import type { readHours } from './hours.contract.ts'
import type { ListAnswer } from './review.contract.ts'

type Hours = ReplyOf<typeof readHours>
type Fulfilment = ReplyOf<typeof readFulfilment>

/** The bands of the year's periods and the rule they are held against. */
export function hoursSheet({ unit, days, least, bands, total, isProtected }: Hours, language: Language): WrittenSheet {
  const words = doneWords[language]
  return {
    name: words.hours,
    title: [
      `${words.hours} · ${unit[language]}`,
      words.period(formatDay(days.from), formatDay(days.to), formatDay(days.on)),
      ...(least ? [words.rule(least.periods, least.document) + (least.verified ? '' : ` (${words.unverified})`)] : []),
      ...(isProtected ? [words.protected] : []),
    ],
    columns: [{ header: words.band, width: 24, kind: 'text' }, numbered(words.people, 14)],
    rows: [
      ...bands.map(({ from, to, people, keptBack }) => [
        to === null ? words.from(from) : from === to ? String(from) : `${from}–${to}`,
        keptBack ? words[keptBack] : people,
      ]),
      [words.total, total ?? words.beside],
    ],
    boldRows: new Set([bands.length]),
  }
}

/** Each person with the periods attended and those of classes still attended. */
export function hoursListSheet(rows: readonly ListAnswer[], language: Language): WrittenSheet {
  const words = doneWords[language]
  return {
    name: words.list,
    title: [words.listTitle],
    columns: [
      numbered(words.index, 6),
      { header: words.name, width: 28 },
      { header: words.title, width: 28 },
      { header: words.unit, width: 30 },
      numbered(words.attended, 14),
      numbered(words.attending, 14),
    ],
    rows: rows.map(({ person, title, unit, times, detail }, at) => [
      at + 1,
      person?.name,
      title,
      unit?.[language],
      times,
      Number(detail['attending'] ?? 0),
    ]),
  }
}

/** The plans line by line beside what became of them, to the đồng. */
export function linesSheet({ lines, total }: Fulfilment, year: number, language: Language): WrittenSheet {
  const words = doneWords[language]
  return {
    name: words.plans,
    title: [words.plansTitle(year)],
    columns: [
      { header: words.line, width: 36 },
      { header: words.kind, width: 30 },
      { header: words.plan, width: 34 },
      { header: words.unit, width: 26 },
      ...tallyColumns(language),
      numbered(words.left, 18),
    ],
    rows: [
      ...lines.map((line) => [
        line.title,
        kindName(line.kind, language),
        line.planTitle,
        line.unit[language],
        ...tallyCells(line),
        line.planned - line.spent,
      ]),
      [words.total, null, null, null, ...tallyCells(total), total.planned - total.spent],
    ],
    boldRows: new Set([lines.length]),
  }
}

/** What each kind of course came to, and what one who was sent cost. */
export function kindsSheet({ kinds, total }: Fulfilment, language: Language): WrittenSheet {
  const words = doneWords[language]
  return {
    name: words.kinds,
    title: [words.kinds],
    columns: [{ header: words.kind, width: 36 }, ...tallyColumns(language), numbered(words.each, 22)],
    rows: [
      ...kinds.map((one) => [kindName(one.kind, language), ...tallyCells(one), one.each ?? '–']),
      [words.total, ...tallyCells(total), null],
    ],
    boldRows: new Set([kinds.length]),
  }
}

function tallyColumns(language: Language): WrittenColumn[] {
  const words = doneWords[language]
  return [
    numbered(words.seats, 10),
    numbered(words.sent, 10),
    numbered(words.completed, 12),
    numbered(words.planned, 18),
    numbered(words.spent, 18),
  ]
}

function tallyCells({ seats, sent, completed, planned, spent }: Fulfilment['total']): number[] {
  return [seats, sent, completed, planned, spent]
}

function numbered(header: string, width: number): WrittenColumn {
  return { header, width, kind: 'number' }
}

function kindName(kind: string, language: Language): string {
  return isTrainingKind(kind) ? trainingKinds[kind].name[language] : kind
}
