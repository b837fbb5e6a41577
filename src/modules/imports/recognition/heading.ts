import { cleanText } from '#lib/vietnamese-names.ts'
import { wordsOf } from '#law/words.ts'
import { columnLetter, type Merge } from '#lib/workbook/cells.ts'
import type { ColumnRole, ImportKind, RecognisedColumn } from '../candidate.ts'
import type { DecodedRow } from './decoded-sheet.ts'
import { guessRole, isHeadingWord } from './heading-words.ts'

export type Heading = { top: number; bottom: number; paths: string[][]; fingerprint: string }

/** How many rows from the first that could be a heading the block may have. */
const deepest = 4

/** The first heading block at or after a row: a row that speaks of names, with the rows merged or hung beneath it. */
export function findHeading(rows: readonly DecodedRow[], merges: readonly Merge[], start: number): Heading | null {
  for (let index = start; index < rows.length; index += 1) {
    if (!isHeadingStart(rows, index)) continue
    const first = rows[index]
    if (first === undefined) continue
    const bottom = bottomOf(rows, merges, index)
    const block = rows.slice(index, bottom + 1)
    const paths = headingPaths(block, merges)
    if (!namesSomebody(paths)) continue
    return { top: first.row, bottom: rows[bottom]?.row ?? first.row, paths, fingerprint: fingerprintOf(paths) }
  }
  return null
}

/** The columns of a heading: the role of each by its words, or as an office has corrected it. */
export function columnsOf(
  heading: Heading,
  kind: ImportKind,
  merges: readonly Merge[],
  corrected: ReadonlyMap<string, ColumnRole>,
): RecognisedColumn[] {
  const taken = new Set<ColumnRole>()
  const columns = heading.paths.map((path, index): RecognisedColumn => {
    const column = columnLetter(index)
    const own = corrected.get(column)
    const guess = own === undefined ? guessRole(path, kind) : { role: own, confidence: 1, why: 'mapping' }
    // Of two columns that claim one field the first has it, but several levels may stand side by side.
    const isSecond = own === undefined && taken.has(guess.role) && guess.role !== 'ignore'
    taken.add(guess.role)
    return { column, heading: path.join(' / '), ...(isSecond ? { role: 'ignore' as const, confidence: 0, why: 'twice' } : guess) }
  })
  return withNameInTwo(columns, heading, merges)
}

/** The heading's memory: the same words in the same columns, whatever their capitals and marks. */
export function fingerprintOf(paths: readonly (readonly string[])[]): string {
  let hash = 0xcbf29ce484222325n // FNV-1a, 64 bits
  for (const sign of paths.map((path) => wordsOf(path.join(' '))).join('|')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(sign.charCodeAt(0))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

function isHeadingStart(rows: readonly DecodedRow[], index: number): boolean {
  const texts = textsOf(rows[index])
  // Nearly every row of a list begins with its number: no heading does.
  if (/^\d/.test(texts[0] ?? '')) return false
  const known = texts.filter(isHeadingWord)
  // A title such as "DANH SÁCH HỌC VIÊN LỚP …" stands alone in its row; a heading does not.
  return texts.length >= 3 && known.length >= 2 && known.length * 2 >= texts.length
}

function namesSomebody(paths: readonly string[][]): boolean {
  const roles = paths.map((path) => guessRole(path, 'classes').role)
  const known = roles.filter((role) => role !== 'ignore').length
  return known >= 3 && roles.some((role) => role === 'name' || role === 'name.given' || role === 'className')
}

function bottomOf(rows: readonly DecodedRow[], merges: readonly Merge[], index: number): number {
  const top = rows[index]?.row ?? 0
  let bottom = index
  for (let next = index + 1; next < rows.length && next < index + deepest; next += 1) {
    const row = rows[next]
    if (row === undefined || row.row > top + deepest) break
    const isMergedInto = merges.some(
      (merge) => merge.top >= top && merge.top <= (rows[bottom]?.row ?? top) && merge.bottom >= row.row && merge.top < row.row,
    )
    if (isMergedInto || isSubHeading(row, rows[index])) bottom = next
    else break
  }
  return bottom
}

/** Without merges, a second heading row is known by its words, and by nothing standing under 'TT' and the name. */
function isSubHeading(row: DecodedRow, first: DecodedRow | undefined): boolean {
  const texts = textsOf(row)
  if (texts.length === 0 || texts.some((text) => text.length > 40 || /\d{2}/.test(text))) return false
  const subWords = texts.filter(
    (text) =>
      /^(nam|nữ|ngày|tháng|năm)$/iu.test(text) ||
      isHeadingWord(text) ||
      /^(sc|tc|cc|cn|cđ|đh|ths|ts|cv|cvc|cs|th|nn|cm|từ|đến|số)$/iu.test(text),
  )
  const nameColumn = first?.cells.findIndex((cell) => cell !== undefined && /họ|tên/iu.test(cell.text)) ?? -1
  return (
    subWords.length * 2 > texts.length &&
    (nameColumn < 0 || row.cells[nameColumn] === undefined || isHeadingWord(row.cells[nameColumn]?.text ?? ''))
  )
}

function headingPaths(block: readonly DecodedRow[], merges: readonly Merge[]): string[][] {
  const width = Math.max(...block.map(({ cells }) => cells.length), ...mergesIn(block, merges).map(({ right }) => right + 1))
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = []
    for (const row of block) {
      const text = coveringText(row, column, block, merges)
      if (text !== '' && text !== path.at(-1)) path.push(text)
    }
    return path
  })
}

function coveringText(row: DecodedRow, column: number, block: readonly DecodedRow[], merges: readonly Merge[]): string {
  const own = row.cells[column]
  if (own !== undefined) return cleanText(own.text)
  const merge = mergesIn(block, merges).find(
    (one) => one.top <= row.row && row.row <= one.bottom && one.left <= column && column <= one.right,
  )
  if (merge !== undefined) return cleanText(block.find((one) => one.row === merge.top)?.cells[merge.left]?.text ?? '')
  return leftParent(row, column, block, merges)
}

/** 'Trình độ' centred over three columns without merging: the empty ones to its right are its own if a sub-heading stands below. */
function leftParent(row: DecodedRow, column: number, block: readonly DecodedRow[], merges: readonly Merge[]): string {
  const below = block[block.indexOf(row) + 1]
  if (below?.cells[column] === undefined) return ''
  for (let left = column - 1; left >= 0; left -= 1) {
    if (below.cells[left] === undefined) return ''
    const text = row.cells[left]
    const isMerged = merges.some((one) => one.top <= row.row && row.row <= one.bottom && one.left <= left && left <= one.right)
    if (isMerged) return ''
    if (text !== undefined) return cleanText(text.text)
  }
  return ''
}

function mergesIn(block: readonly DecodedRow[], merges: readonly Merge[]): Merge[] {
  const top = block[0]?.row ?? 0
  const bottom = block.at(-1)?.row ?? 0
  return merges.filter((merge) => merge.top <= bottom && merge.bottom >= top)
}

/** 'Họ và tên' merged over two columns, or 'Họ đệm | Tên': the family and middle names stand in the first. */
function withNameInTwo(columns: RecognisedColumn[], heading: Heading, merges: readonly Merge[]): RecognisedColumn[] {
  const index = columns.findIndex(({ role }) => role === 'name')
  if (index < 0) return columns
  const next = columns[index + 1]
  const isMergedOverTwo = merges.some(
    (merge) => merge.top >= heading.top && merge.top <= heading.bottom && merge.left === index && merge.right === index + 1,
  )
  const isNextGiven = next?.role === 'name.given'
  if (next === undefined || !(isNextGiven || (isMergedOverTwo && next.role === 'ignore'))) return columns
  return columns.map((column, at) => {
    if (at === index) return { ...column, role: 'name.family' }
    return at === index + 1 ? { ...column, role: 'name.given', confidence: 0.9, why: column.heading } : column
  })
}

function textsOf(row: DecodedRow | undefined): string[] {
  return (row?.cells ?? []).flatMap((cell) => (cell === undefined ? [] : [cleanText(cell.text)]))
}
