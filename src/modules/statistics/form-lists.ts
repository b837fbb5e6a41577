import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { Language } from '#lib/language.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import { cellSlice, sliceOf, type FormDefinition, type FormLine, type Slice } from './form.ts'
import { byProgrammes, kindLabel } from './form-cells.ts'
import type { CellTarget } from './form-layout.ts'
import { formWords } from './form-words.ts'
import type { ListAnswer } from './review.contract.ts'

export type ExportedRows = { people: readonly ListAnswer[]; classes: readonly ListAnswer[] }

// A sheet's title and the blank line after it stand before its heading.
const firstBodyRow = 3

/** Rows in the order of the form's cells, so that the rows behind a cell stand together wherever they can. */
export function inFormOrder(form: FormDefinition, rows: readonly ListAnswer[]): ListAnswer[] {
  const place = (row: ListAnswer) => [placeIn(form.rows, row), placeIn(form.columns, row), row.detail['leader'] === true ? 0 : 1]
  return rows
    .map((row, at) => ({ row, key: [...place(row), at] }))
    .toSorted((one, other) => firstDifference(one.key, other.key))
    .map(({ row }) => row)
}

/** The sheets behind the form: its people, and its classes where there are any. */
export function listSheets(form: FormDefinition, { people, classes }: ExportedRows, language: Language): WrittenSheet[] {
  const words = formWords[language]
  const sheets: WrittenSheet[] = [
    {
      name: words.list,
      title: [words.listTitle],
      columns: [
        { header: words.index, width: 6, kind: 'number' },
        { header: words.line, width: 30 },
        { header: words.name, width: 28 },
        { header: words.title, width: 26 },
        { header: words.ofUnit, width: 26 },
        { header: words.kind, width: 30 },
        { header: words.on, width: 13, kind: 'day' },
        { header: words.timesHead, width: 7, kind: 'number' },
        { header: words.decision, width: 18, kind: 'text' },
      ],
      rows: people.map((row, at) => [
        at + 1,
        lineName(form, row, language),
        row.person?.name,
        row.title,
        row.unit?.[language],
        row.class?.title ?? kindName(row.kind, language),
        row.from,
        row.times,
        row.decision?.code,
      ]),
    },
  ]
  if (classes.length === 0) return sheets
  return [
    ...sheets,
    {
      name: words.classList,
      title: [words.classTitle],
      columns: [
        { header: words.index, width: 6, kind: 'number' },
        { header: words.line, width: 30 },
        { header: words.class, width: 44 },
        { header: words.opener, width: 30 },
        { header: words.opened, width: 13, kind: 'day' },
        { header: words.learners, width: 10, kind: 'number' },
      ],
      rows: classes.map((row, at) => [at + 1, lineName(form, row, language), row.class?.title, row.unit?.[language], row.from, row.times]),
    },
  ]
}

/** Where the people (or classes) of a cell stand on their sheet: from its first row to its last. */
export function targetsIn(form: FormDefinition, { people, classes }: ExportedRows): CellTarget {
  return (row, column) => {
    const slice = cellSlice(row.startsWith('rest:') ? { programmes: [row] } : sliceOf(form.rows, row), sliceOf(form.columns, column))
    if (slice === null) return undefined
    const rows = slice.openedBy ? classes : people
    const first = rows.findIndex((one) => isIn(slice, one))
    if (first === -1) return undefined
    const last = rows.findLastIndex((one) => isIn(slice, one))
    return { sheet: slice.openedBy ? 2 : 1, row: firstBodyRow + first, rows: last - first + 1 }
  }
}

function isIn({ programmes, audiences, openedBy, trait }: Slice, { detail }: ListAnswer): boolean {
  return (
    (programmes === undefined || programmes.some((key) => key === detail['programme'])) &&
    (audiences === undefined || audiences.some((key) => key === detail['audience'])) &&
    (openedBy === undefined || openedBy.some((level) => level === detail['level'])) &&
    (trait !== 'leader' || detail['leader'] === true)
  )
}

/** What no line takes stands after all of them. */
function placeIn(lines: readonly FormLine[], { detail, person }: ListAnswer): number {
  const at = lines.findIndex(({ key, counts }) =>
    'openedBy' in counts
      ? person === null && counts.openedBy === detail['level']
      : key === detail['programme'] || key === detail['audience'],
  )
  return at === -1 ? lines.length : at
}

function lineName(form: FormDefinition, { detail }: ListAnswer, language: Language): string {
  const key = String(byProgrammes(form) ? detail['programme'] : detail['audience'])
  if (key.startsWith('rest:')) return kindLabel(key)[language]
  const at = form.rows.findIndex((row) => row.key === key)
  const line = form.rows[at]
  const above = form.rows.slice(0, Math.max(0, at)).findLast(({ depth = 0 }) => depth < (line?.depth ?? 0))
  return [(line?.depth ?? 0) > 1 ? above?.label[language] : undefined, line?.label[language]].filter(Boolean).join(' – ')
}

function kindName(kind: string, language: Language): string {
  return isTrainingKind(kind) ? trainingKinds[kind].name[language] : kind
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
