import { trainingKindOf } from '#law/training-kinds.ts'
import { theoryModeOf } from '#law/study-modes.ts'
import { readDate } from '#lib/read-date.ts'
import { cleanText, fold } from '#lib/vietnamese-names.ts'
import { columnLetter } from '#lib/workbook/cells.ts'
import type { FieldName, Fields, FieldValues, Place, Reading, Source, Title } from '../candidate.ts'
import type { DecodedRow } from './decoded-sheet.ts'
import { readPeriod } from './period.ts'
import { isUnitText, readUnit } from './units.ts'

type Line = { text: string; place: Place }

const day = String.raw`(?:ngày\s+)?(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})`

/** What the lines over the table (or under it, as `source` says) tell about every row of it. */
export function readTitle(rows: readonly DecodedRow[], sheet: string, source: Source): Title {
  const lines = rows.flatMap((row) => linesOf(row, sheet))
  const fields: Fields = {}
  const put = <F extends FieldName>(field: F, value: FieldValues[F] | null | undefined, text: string, place: Place) => {
    if (value === null || value === undefined || value === '' || fields[field] !== undefined) return
    // The field's own type was checked by the signature; the map forgets which field it is.
    ;(fields as Record<string, Reading<unknown>>)[field] = { value, text, place, source }
  }
  lines.forEach((line, index) => readDecision(line, put, lines[index + 1]))
  for (const line of lines) readCourse(line, put)
  for (const line of lines) readUnitLine(line, put)
  putLetterhead(lines, put)
  const asOf = asOfIn(lines, source)
  return { lines, fields, ...(asOf === undefined ? {} : { asOf }) }
}

/** The paper and the course that one text names: a section row, the name of a sheet (where '/' cannot stand and '_' does). */
export function readCourseText(written: string, place: Place, source: Source): Fields {
  const text = cleanText(written)
  const { fields } = readTitle([{ row: place.row, isHidden: false, cells: [{ text, value: text }] }], place.sheet, source)
  const about = text.replace(
    /[(,;–-]?\s*(?:kèm theo\s*)?(?:quyết định|QĐ|công văn|CV)?\s*(?:số)?\s*:?\s*\d{1,5}[a-z]?\s*[-/]\s*(?:QĐ|CV|KH|TB|NQ).*$/iu,
    '',
  )
  // A sheet's name has no issuer whose name could be taken for a course: what follows the paper is the course.
  const kind = trainingKindOf(about) ?? (source === 'sheet-name' ? trainingKindOf(text.slice(about.length)) : null)
  const reading = { text, place, source }
  const { decisionNumber, decisionOn, decisionIssuer } = fields
  return {
    ...(decisionNumber === undefined ? {} : { decisionNumber: { ...decisionNumber, place } }),
    ...(decisionOn === undefined ? {} : { decisionOn: { ...decisionOn, place } }),
    ...(decisionIssuer === undefined ? {} : { decisionIssuer: { ...decisionIssuer, place } }),
    ...(kind === null ? {} : { trainingKind: { value: kind, ...reading } }),
  }
}

type Put = <F extends FieldName>(field: F, value: FieldValues[F] | null | undefined, text: string, place: Place) => void

/** 'Kèm theo Quyết định số 215-QĐ/HU ngày 12/9/2018 của Ban Thường vụ Huyện ủy Yên Sơn'. */
function readDecision({ text, place }: Line, put: Put, next?: Line): void {
  const number = decisionNumberIn(text)
  if (number === null) return
  put('decisionNumber', number, text, place)
  const after = text.slice(text.search(/\d/))
  const on = new RegExp(day, 'iu').exec(after)?.[1]
  put('decisionOn', on === undefined ? null : readDate(on)?.date, text, place)
  // 'Kèm theo Quyết định số 567/QĐ-UBND' and, on the next line, 'ngày 7/8/2018 của …'.
  if (on === undefined && next !== undefined && /^\(?ngày\s/iu.test(next.text))
    readDecision({ ...next, text: `${number} ${next.text}` }, put)
  const issuer = /\bcủa\s+([^().;]+?)\s*(?:\)|$|,?\s*(?:về|V\/v)\s)/iu.exec(after)?.[1]
  put('decisionIssuer', issuer === undefined ? null : cleanText(issuer), text, place)
}

/** The number of a paper in a text: '215-QĐ/HU', '1234/QĐ-UBND', '05 - QĐ / BTC'; only what names its kind is one. */
export function decisionNumberIn(text: string): string | null {
  const found = /(?<![\d/.-])(\d{1,5}[a-z]?)\s*([-/])\s*((?:QĐ|CV|KH|TB|TTr|NQ|BC|HD|CTr|GM|GTT)(?:\s*[-/]\s*[\p{L}\d&.]+)*)/u.exec(text)
  if (found === null) return null
  return `${found[1]}${found[2]}${found[3]}`.replace(/\s+/g, '').replace(/[.,;)]+$/, '')
}

function readCourse({ text, place }: Line, put: Put): void {
  const said =
    /^\(?\s*(đơn vị (?:mở|tổ chức|chủ trì)(?: lớp)?|cơ quan (?:mở|tổ chức|chủ trì)(?: lớp)?|mở bởi|địa điểm(?: tổ chức| học)?|nơi (?:học|tổ chức|mở)|thời gian(?: học| mở)?|khai giảng(?: ngày)?|bế giảng(?: ngày)?|hình thức(?: học| đào tạo)?|tên lớp|lớp|khóa|chuyên đề)\s*:\s*(.+?)\)?$/iu.exec(
      text,
    )
  if (said?.[1] !== undefined && said[2] !== undefined) labelled(fold(said[1]), said[2], { text, place }, put)
  if (decisionNumberIn(text) === null && !isUnitHead(text)) {
    put('trainingKind', trainingKindOf(text), text, place)
    if (/\blớp\b|\bkhóa\b|\bkhoá\b/iu.test(text) && said === null) put('className', className(text), text, place)
    if (/tập trung/iu.test(text)) put('mode', theoryModeOf(text), text, place)
  }
  const school = /\btại\s+((?:trường|trung tâm|học viện)\s[^,;()]+)/iu.exec(text)?.[1]
  put('school', school, text, place)
  const hall = /\btại\s+((?:hội trường|nhà văn hóa|nhà văn hoá|ubnd|trụ sở|xã|thị trấn)\s[^,;()]+?)(?=\s+từ\s|[,;()]|$)/iu.exec(text)?.[1]
  put('place', hall, text, place)
  if (/\btừ\s+(?:ngày|tháng|\d)/iu.test(text)) putPeriod(text, { text, place }, put)
}

function labelled(label: string, value: string, line: Line, put: Put): void {
  const { text, place } = line
  const begins = (...words: string[]) => words.some((word) => label.startsWith(word))
  if (begins('don vi', 'co quan', 'mo boi')) put('opener', value, text, place)
  else if (begins('dia diem', 'noi to chuc', 'noi mo')) put('place', value, text, place)
  else if (begins('noi hoc')) put('school', value, text, place)
  else if (begins('thoi gian')) putPeriod(value, line, put)
  else if (begins('khai giang')) put('from', readDate(value)?.date, text, place)
  else if (begins('be giang')) put('to', readDate(value)?.date, text, place)
  else if (begins('hinh thuc')) put('mode', theoryModeOf(value), text, place)
  else {
    put('className', value, text, place)
    put('trainingKind', trainingKindOf(value), text, place)
  }
}

function putPeriod(value: string, { text, place }: Line, put: Put): void {
  const period = readPeriod(value)
  put('from', period?.from, text, place)
  put('to', period?.to, text, place)
}

/** From the word 'Lớp' on: 'DANH SÁCH HỌC VIÊN LỚP TRUNG CẤP …' is the class 'LỚP TRUNG CẤP …'. */
function className(text: string): string {
  return cleanText(text.slice(Math.max(0, text.search(/\b(?:lớp|khóa|khoá)\b/iu)))).replace(/^\(|\)$/g, '')
}

/** 'Đơn vị: Xã Tứ Quận' is about the people; a commune's body in the letterhead is the next best. */
function readUnitLine({ text, place }: Line, put: Put): void {
  const said = /^\(?\s*(?:đơn vị|đơn vị công tác|cơ quan|xã|phường|thị trấn)\s*(:|\s)\s*(.+?)\)?$/iu.exec(text)
  if (said?.[2] !== undefined && said[1] === ':')
    put('unit', readUnit(/^(?:xã|phường|thị trấn)/iu.exec(text) ? text.replace(':', '') : said[2]), text, place)
  else if (text.length < 60 && isUnitHead(text) && /\b(?:xã|phường|thị trấn|đặc khu)\s/iu.test(text))
    put('unit', readUnit(text), text, place)
  else if (/^danh sách/iu.test(text)) {
    const unit = unitAtEnd(text)
    put('unit', unit === undefined ? null : readUnit(unit), text, place)
  }
}

/** 'DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ TỨ QUẬN' says whose list it is; '… CẤP XÃ HUYỆN YÊN SƠN' does not. */
function unitAtEnd(text: string): string | undefined {
  return /\s(?<!cấp\s)((?:xã|phường|thị trấn)\s+(?!hội|huyện|thuộc)\p{Lu}[\p{L}\s]*?)(?:,.*|\s+huyện\s.*|\s+năm\s.*|\s*\(.*)?$/iu.exec(
    text,
  )?.[1]
}

/** A letterhead line: a body's name and nothing else. */
function isUnitHead(text: string): boolean {
  return isUnitText(text) && !/\b(?:danh sách|lớp|khóa|cử đi|bồi dưỡng (?!chính trị))/iu.test(text)
}

/** The body whose paper it is, the lower of the two over it: it opened the class unless a line says who did. */
function putLetterhead(lines: readonly Line[], put: Put): void {
  const head = lines.slice(0, 3).findLast(({ text }) => text.length < 80 && isUnitHead(text) && !text.includes(':'))
  if (head !== undefined) put('opener', head.text, head.text, head.place)
}

function asOfIn(lines: readonly Line[], source: Source): Title['asOf'] {
  for (const { text, place } of lines) {
    const on = new RegExp(`(?:tính đến|thời điểm|đến)\\s*(?:hết\\s*)?(?:thời điểm\\s*)?${day}`, 'iu').exec(text)?.[1]
    const date = on === undefined ? null : readDate(on)
    if (date !== null) return { value: date.date, text, place, source }
  }
  return undefined
}

function linesOf(row: DecodedRow, sheet: string): Line[] {
  return row.cells.flatMap((cell, index) => {
    if (cell === undefined) return []
    const place = { sheet, row: row.row, column: columnLetter(index) }
    return cell.text
      .split('\n')
      .map((text) => ({ text: cleanText(text), place }))
      .filter(({ text }) => text !== '')
  })
}
