import { encodingOfTexts, toUnicode } from '#lib/old-fonts.ts'
import { toIso } from '#lib/partial-date.ts'
import { readDate } from '#lib/read-date.ts'
import { cleanText, fold, inProperCase, isInCapitals } from '#lib/vietnamese-names.ts'

export type PastedField = 'name' | 'given' | 'birth' | 'birthMale' | 'birthFemale' | 'sex' | 'number' | 'unit' | 'title'
export type PastedRow = {
  /** As counted in what was pasted, from 1. */
  row: number
  name: string
  sex: 'male' | 'female' | null
  birth: string | null
  /** What stood there and is no date. */
  birthText: string | null
  number: string | null
  unit: string | null
  title: string | null
}
export type Pasted = { columns: PastedField[]; rows: PastedRow[] }

const headings: [RegExp, PastedField][] = [
  [/^(ho va ten dem|ho dem|ho, dem|ho)$/, 'name'],
  [/^(ten)$/, 'given'],
  [/^ho (va )?ten|^ho ten|^hoc vien$|^full name$/, 'name'],
  [/^nam$/, 'birthMale'],
  [/^nu$/, 'birthFemale'],
  [/^(ngay|thang|nam)\b.*sinh$|^sinh( (ngay|nam).*)?$|birth/, 'birth'],
  [/gioi tinh|^phai$|^sex$/, 'sex'],
  [/cccd|cmnd|^(so|ma) (dinh danh|hieu|can bo|cbccvc)|^id\b/, 'number'],
  [/^don vi|^(ten )?(co quan|noi cong tac|noi lam viec)|^(chi bo|dang bo|unit)$/, 'unit'],
  [/^chuc (vu|danh)|^(cong viec|vi tri)|^title$|^post$/, 'title'],
]

/** A list as Excel gives it to the clipboard, by its headings or, without them, by what stands in its columns. */
export function readPasted(text: string): Pasted {
  const raw = cellsOf(text)
  const encoding = encodingOfTexts(raw.flat())
  const lines = raw.map((cells) => cells.map((cell) => cleanText(toUnicode(cell, encoding))))
  const head = lines.slice(0, 12).findIndex((cells) => cells.filter((cell) => fieldOf(cell)).length >= 2 || isNameAlone(cells))
  const body = lines.map((cells, at) => ({ cells, row: at + 1 })).slice(head + 1)
  const width = Math.max(0, ...lines.map((cells) => cells.length))
  const fields =
    head >= 0
      ? ofHeading(lines.slice(head, head + 2), width)
      : ofContent(
          body.map(({ cells }) => cells),
          width,
        )
  const rows = body
    .map(({ cells, row }) => rowOf(cells, fields, row))
    .filter(({ name }) => /\p{L}{2,}/u.test(name) && fieldOf(name) === null)
  return { columns: fields.filter((field) => field !== null), rows }
}

function isNameAlone(cells: string[]): boolean {
  return cells.filter((cell) => cell !== '').length === 1 && cells.some((cell) => fieldOf(cell) === 'name')
}

function fieldOf(heading: string): PastedField | null {
  const key = fold(heading)
    .replaceAll(/[.:*()]/g, '')
    .trim()
  return headings.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

/** A heading may stand in two lines: 'Năm sinh' over 'Nam' and 'Nữ'; a name in two columns has one heading over both. */
function ofHeading(lines: string[][], width: number): (PastedField | null)[] {
  const [first = [], second = []] = lines
  const fields = Array.from({ length: width }, (_, at) => fieldOf(first[at] ?? ''))
  const under = second.map(fieldOf)
  const isSplit = under.includes('birthMale') && under.includes('birthFemale')
  if (isSplit) for (const [at, field] of under.entries()) if (field === 'birthMale' || field === 'birthFemale') fields[at] = field
  const name = fields.indexOf('name')
  const gap = name >= 0 && (first[name + 1] ?? '') === '' && fields[name + 1] === null && name + 1 < width
  if (gap && !fields.includes('given') && !isSplit) fields[name + 1] = 'given'
  return fields
}

function ofContent(lines: string[][], width: number): (PastedField | null)[] {
  const fields: (PastedField | null)[] = []
  for (let at = 0; at < width; at++) {
    const cells = lines.map((cells) => cells[at] ?? '').filter((cell) => cell !== '')
    const guess = guessOf(cells)
    fields.push(guess !== null && !fields.includes(guess) ? guess : guess === 'unit' || guess === 'name' ? otherText(fields) : null)
  }
  return fields
}

function guessOf(cells: string[]): PastedField | null {
  const most = (test: (cell: string) => boolean) => cells.length > 0 && cells.filter(test).length * 2 > cells.length
  if (most((cell) => /^\d{1,3}$/.test(cell))) return null
  if (most((cell) => /^(\d{9}|\d{11,12})$/.test(cell))) return 'number'
  if (most((cell) => readDate(cell) !== null)) return 'birth'
  if (most((cell) => /^(nam|nu|male|female)$/.test(fold(cell)))) return 'sex'
  return most((cell) => /\p{L}+ \p{L}/u.test(cell)) ? 'name' : null
}

/** Texts after the name: where somebody serves comes last in most lists, what they are before it. */
function otherText(fields: (PastedField | null)[]): PastedField | null {
  if (!fields.includes('title')) return 'title'
  return fields.includes('unit') ? null : 'unit'
}

function rowOf(cells: string[], fields: (PastedField | null)[], row: number): PastedRow {
  const of = (field: PastedField) => cells[fields.indexOf(field)] ?? ''
  const at = (field: PastedField) => (fields.includes(field) ? of(field) : '')
  const birthText = at('birth') || at('birthMale') || at('birthFemale')
  const read = birthText === '' ? null : readDate(birthText)
  const name = [at('name'), at('given')].filter((part) => part !== '').join(' ')
  return {
    row,
    name: isInCapitals(name) ? inProperCase(name) : name,
    sex: at('birthMale') !== '' ? 'male' : at('birthFemale') !== '' ? 'female' : sexOf(at('sex')),
    birth: read ? toIso(read.date) : null,
    birthText: birthText !== '' && !read ? birthText : null,
    number: at('number').replaceAll(/[\s']/g, '') || null,
    unit: at('unit') || null,
    title: at('title') || null,
  }
}

function sexOf(text: string): 'male' | 'female' | null {
  const key = fold(text)
  if (key === 'nam' || key === 'male') return 'male'
  return key === 'nu' || key === 'female' ? 'female' : null
}

/** Lines and cells; a cell with a line break inside stands in quotation marks. */
function cellsOf(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ';'
  const lines: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at]
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (sign === undefined || (!isQuoted && (sign === separator || sign === '\n'))) {
      lines.at(-1)?.push(cell.trim())
      cell = ''
      if (sign === '\n') lines.push([])
    } else if (sign !== '\r') cell += isQuoted && sign === '\n' ? ' ' : sign
  }
  return lines.filter((cells) => cells.some((one) => one !== ''))
}
