import { studyModeOf, theoryModeOf } from '#law/study-modes.ts'
import { isTrainingKind, trainingKindOf } from '#law/training-kinds.ts'
import { highDay, lowDay } from '#lib/partial-date.ts'
import { readDate } from '#lib/read-date.ts'
import { cleanText } from '#lib/vietnamese-names.ts'
import type { Fields, ImportKind } from '../candidate.ts'
import { readPeriod } from './period.ts'
import { dateIn, put, refuse, type RoleCell, type RowReader, saysNothing, warn } from './row-reader.ts'
import { decisionNumberIn } from './title-lines.ts'

/** The course, its paper, school and time, from the row. */
export function readCourse(reader: RowReader): void {
  for (const field of ['className', 'school', 'place', 'opener', 'outcome', 'certificate'] as const) {
    const cell = reader.cells.get(field)
    if (cell !== undefined && !saysNothing(cell.text)) put(reader, field, cleanText(cell.text), cell)
  }
  readKind(reader)
  readMode(reader)
  readDecision(reader)
  readTime(reader)
  readHeadCount(reader)
  checkClassCount(reader)
}

/** What the title, a section and the lines below give to a row that does not say it itself. */
export function fillFrom(fields: Fields, common: Fields, kind: ImportKind): void {
  const names = [
    'decisionNumber',
    'decisionOn',
    'decisionIssuer',
    'trainingKind',
    'className',
    'school',
    'mode',
    'from',
    'to',
    'opener',
    'place',
  ] as const
  for (const name of names) {
    const isOfPerson = kind === 'people'
    if (isOfPerson || fields[name] !== undefined || common[name] === undefined) continue
    // A row's own paper is not dated by the title's.
    if (
      name === 'decisionOn' &&
      fields.decisionNumber !== undefined &&
      fields.decisionNumber.text !== common.decisionNumber?.text &&
      fields.decisionNumber.value !== common.decisionNumber?.value
    )
      continue
    if (name === 'to' && fields.from !== undefined && fields.from.source !== common.from?.source) continue
    ;(fields as Record<string, unknown>)[name] = common[name] // same name, so same type
  }
}

export function checkTimes(reader: RowReader): void {
  const { from, to } = reader.fields
  if (from === undefined || to === undefined || lowDay(from.value) <= highDay(to.value)) return
  refuse(reader, { code: 'end-before-start', text: to.text }, { ...to.place, row: reader.row })
}

function readKind(reader: RowReader): void {
  const said = reader.cells.get('trainingKind')
  if (said !== undefined) put(reader, 'trainingKind', trainingKindOf(said.text), said)
  const name = reader.cells.get('className')
  if (reader.fields.trainingKind === undefined && name !== undefined) put(reader, 'trainingKind', trainingKindOf(name.text), name)
  // 'Trình độ đào tạo: Đại học | Chuyên ngành: Luật' names the course in the column of degrees.
  const degree = reader.cells.get('degree')
  if (reader.fields.trainingKind === undefined && name === undefined && degree !== undefined)
    put(reader, 'trainingKind', trainingKindOf(degree.text), degree)
}

function readMode(reader: RowReader): void {
  const cell = reader.cells.get('mode')
  if (cell === undefined) return
  const kind = reader.fields.trainingKind?.value ?? ''
  const isTheory = isTrainingKind(kind) && kind.startsWith('LLCT')
  const mode = isTheory ? theoryModeOf(cell.text) : (studyModeOf(cell.text) ?? theoryModeOf(cell.text))
  put(reader, 'mode', mode, cell)
  // 'Hình thức: Trung cấp LLCT' names the course where no other column does.
  if (mode === null && reader.fields.trainingKind === undefined) put(reader, 'trainingKind', trainingKindOf(cell.text), cell)
}

function readDecision(reader: RowReader): void {
  const both = reader.cells.get('decision')
  if (both !== undefined && !saysNothing(both.text)) {
    put(reader, 'decisionNumber', decisionNumberIn(both.text), both)
    const on = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2}(?!\d))|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/iu.exec(
      both.text.replace(decisionNumberIn(both.text) ?? '', ''),
    )?.[0]
    put(reader, 'decisionOn', on === undefined ? null : readDate(on)?.date, both)
  }
  const number = reader.cells.get('decisionNumber')
  if (number !== undefined && !saysNothing(number.text))
    put(reader, 'decisionNumber', decisionNumberIn(number.text) ?? cleanText(number.text), number)
  const on = reader.cells.get('decisionOn')
  if (on !== undefined && !saysNothing(on.text)) put(reader, 'decisionOn', dateIn(reader, on, 'decisionOn'), on)
}

function readTime(reader: RowReader): void {
  const period = reader.cells.get('period')
  if (period !== undefined && !saysNothing(period.text)) {
    const found = typeof period.value === 'string' ? readPeriod(period.text) : onlyDate(reader, period)
    if (found === null && /\d/.test(period.text)) warn(reader, 'date-not-read', period, 'from')
    put(reader, 'from', found?.from, period)
    put(reader, 'to', found?.to, period)
  }
  for (const field of ['from', 'to'] as const) {
    const cell = reader.cells.get(field)
    if (cell !== undefined && !saysNothing(cell.text)) put(reader, field, dateIn(reader, cell, field), cell)
  }
}

function onlyDate(reader: RowReader, cell: RoleCell) {
  const from = dateIn(reader, cell, 'from')
  return from === null ? null : { from, to: null }
}

function readHeadCount(reader: RowReader): void {
  const cell = reader.cells.get('headCount')
  if (cell === undefined || saysNothing(cell.text)) return
  const number =
    typeof cell.value === 'number'
      ? cell.value
      : Number(
          cell.text
            .replace(/(?:người|học viên|đ\/c|đồng chí|đại biểu|hv)/giu, '')
            .replace(/(?<=\d)[.,\s](?=\d{3}\b)/g, '')
            .trim(),
        )
  if (Number.isInteger(number) && number >= 0) put(reader, 'headCount', number, cell)
  else refuse(reader, { code: 'not-a-number', text: cell.text }, cell.place)
}

/** A row of three classes with one head count cannot become three classes: each needs its own day and number. */
function checkClassCount(reader: RowReader): void {
  const cell = reader.cells.get('classCount')
  if (cell === undefined || saysNothing(cell.text) || /^0*1$/.test(cell.text.replace(/\s*lớp$/iu, ''))) return
  refuse(reader, { code: 'several-classes', text: cell.text }, cell.place)
}
