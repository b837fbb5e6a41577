import { remembering } from '#lib/remember.ts'
import { cleanText, fold } from '#lib/vietnamese-names.ts'
import type { ColumnRole } from '../candidate.ts'
import type { DecodedRow } from './decoded-sheet.ts'
import { decisionNumberIn } from './title-lines.ts'
import { isUnitText } from './units.ts'

export type RowKind =
  | { of: 'data' }
  | { of: 'section'; text: string; column: number }
  | { of: 'total'; count: number | null; text: string; column: number; isFinal: boolean }
  | { of: 'numbers' }
  | { of: 'signature' }
  | { of: 'other' }

/** What a row under a heading is. `roles` are the roles of the columns, by column. */
export function kindOfRow(row: DecodedRow, roles: readonly (ColumnRole | undefined)[]): RowKind {
  const filled = row.cells.flatMap((cell, column) =>
    cell === undefined || cell.text === '' ? [] : [{ text: cleanText(cell.text), column }],
  )
  const first = filled[0]
  if (first === undefined) return { of: 'other' }
  if (isColumnNumbers(filled.map(({ text }) => text))) return { of: 'numbers' }
  const ordinal = filled.find(({ column }) => roles[column] === 'ordinal')
  const total = isNumber(ordinal?.text) ? null : totalIn(filled)
  if (total !== null) return total
  if (!isNumber(ordinal?.text) && isSignature(filled.map(({ text }) => text))) return { of: 'signature' }
  const values = filled.filter(({ column }) => roles[column] !== 'ordinal')
  // 'II. Xã Lang Quán' written into the column of numbers.
  if (values.length === 0)
    return /\p{L}{3}/u.test(first.text) && !isNote(first.text)
      ? { of: 'section', text: withoutNumeral(first.text), column: first.column }
      : { of: 'other' }
  const hasNumber = isNumber(ordinal?.text)
  const dataValues = values.filter(({ column }) => roles[column] !== undefined && roles[column] !== 'ignore')
  const section = sectionIn(ordinal?.text, values, hasNumber, roles)
  if (section !== null) return section
  if (dataValues.length >= 2 || (hasNumber && dataValues.length >= 1)) return { of: 'data' }
  return { of: 'other' }
}

/**
 * How many of these rows belong to the table: up to the last person. After a total or the signatures only a numbered
 * row is a person, for the names of those who sign stand in columns, too.
 */
export function bodyLength(rows: readonly DecodedRow[], roles: readonly (ColumnRole | undefined)[]): number {
  const ordinal = roles.indexOf('ordinal')
  let isOver = false
  let isSigned = false
  let length = 0
  rows.forEach((row, index) => {
    const kind = kindOfRow(row, roles)
    if (kind.of === 'signature') isSigned = true
    if (kind.of === 'signature' || (kind.of === 'total' && kind.isFinal)) isOver = true
    if (kind.of !== 'data') return
    const hasNumber = isNumber(row.cells[ordinal]?.text)
    if (isOver && (isSigned || ordinal >= 0) && !hasNumber) return
    isOver = false
    isSigned = false
    length = index + 1
  })
  return length
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d+[.)]?$/.test(text.trim())
}

const signatureWords =
  /^(nguoi (lap|tong hop|bao cao)|lap (bieu|bang|danh sach)|can bo (thong ke|tong hop|lap bieu)$|(t\/m|tm|kt|tl|tuq)[. ]|truong ban$|thu truong|xac nhan cua|noi nhan|\(ky)/

const foldedOf = remembering(fold)

const placeAndDay = /^[^,\d]{2,40}, (ngay|thang) .*\d{4}/

/** Who made the list, for whom, where and when; a person's row, numbered or not, has numbers of its own. */
function isSignature(texts: readonly string[]): boolean {
  const folded = texts.map(foldedOf)
  if (folded.length <= 2 && folded.some((text) => placeAndDay.test(text))) return true
  return folded.some((text) => signatureWords.test(text)) && !folded.some((text) => /\d/.test(text) && !placeAndDay.test(text))
}

/** With their marks: Tống is a family name. */
const totalWords = /^(?:tổng cộng|tổng số|tổng|cộng|danh sách (?:này )?(?:gồm|có)|ấn định|ds gồm)(?!\p{L})/iu

function totalIn(filled: readonly { text: string; column: number }[]): RowKind | null {
  const found = filled.slice(0, 2).find(({ text }) => totalWords.test(text))
  if (found === undefined) return null
  const number = /\d[\d.]*/.exec(found.text)?.[0] ?? filled.map(({ text }) => text).find((text) => /^\d+$/.test(text))
  return {
    of: 'total',
    count: number === undefined ? null : Number(number.replace(/\./g, '')),
    text: found.text,
    column: found.column,
    isFinal: !/^cong\b/.test(fold(found.text)),
  }
}

/** '1 2 3 4 …', '(1) (2) …' or 'A B 1 2 …' under the heading. */
function isColumnNumbers(texts: readonly string[]): boolean {
  // Most rows have a name: words are no numbers.
  if (texts.length < 3 || texts.some((text) => text.length > 1 && /^\p{L}/u.test(text))) return false
  const plain = texts.map((text) => text.replace(/[()]/g, ''))
  const numbers = plain.filter((text) => /^\d{1,2}$/.test(text)).map(Number)
  const rest = plain.filter((text) => !/^\d{1,2}$/.test(text))
  return (
    numbers.length >= 3 &&
    rest.every((text) => /^[A-Z]$|^\d+\s*=/.test(text)) &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  )
}

/** A row of one text (and perhaps its numeral): the name of a unit or of a group, unless it is a person with only a name. */
function sectionIn(
  ordinal: string | undefined,
  values: readonly { text: string; column: number }[],
  hasNumber: boolean,
  roles: readonly (ColumnRole | undefined)[],
): RowKind | null {
  const only = values[0]
  if (only === undefined) return null
  // 'I | Xã Tứ Quận | 9': the number of people beside the name.
  const hasOwnCount = ordinal !== undefined && isNumeral(ordinal) && values.length === 2 && /^\d+$/.test(values[1]?.text ?? '')
  const isAlone = values.every(({ text }) => text === only.text)
  if (hasOwnCount) return { of: 'section', text: withoutNumeral(only.text), column: only.column }
  if (!isAlone) return null
  // '1 | XÃ TỨ QUẬN': no family name is Xã, with its mark.
  if (hasNumber && !/^(?:(?:UBND|HĐND|Đảng [uủ][yỷ]|Đảng bộ)\s+)?(?:xã|phường|thị trấn)\s+\p{Lu}/iu.test(only.text)) return null
  const inFirstColumns = roles
    .slice(0, only.column)
    .every((role) => role === undefined || role === 'ordinal' || role === 'ignore' || role === 'name' || role === 'name.family')
  if (!inFirstColumns && !isNumeral(ordinal ?? '')) return null
  if (isNote(only.text)) return { of: 'other' }
  return { of: 'section', text: withoutNumeral(only.text), column: only.column }
}

/** I, II, A, B, 'I.', 'a)'. */
function isNumeral(text: string): boolean {
  return /^(?:[IVXLC]+|[A-ZĐ]|[a-zđ])[.)]?$/u.test(text)
}

function withoutNumeral(text: string): string {
  return text
    .replace(/^(?:(?:[IVXLC]+|[A-ZĐ])\s*[.)\-:/–]+|\d+\s*[.)]|[*+•–-]\s+(?=\p{Lu}))\s*/u, '')
    .replace(/\s*[:(]\s*\d+\s*(?:đ\/c|đồng chí|người)?\s*\)?$/iu, '')
    .trim()
}

function isNote(text: string): boolean {
  // The name of a course with its paper is long, too.
  return (
    (text.length > 80 && decisionNumberIn(text) === null) ||
    (/^(ghi chu|luu y|nguoi lap|noi nhan|t\/m|tm\.|kt\.|tl\.|truong ban|chu tich|bi thu|thu truong|nguoi tong hop|ngay \d|\*|- )/.test(
      fold(text),
    ) &&
      !isUnitText(text.replace(/^[*-]\s*/, '')))
  )
}
