import { serialToDate } from 'hucre'
import { type Cell, columnNumber, type Merge, type Row, WorkbookError } from './cells.ts'
import { isErrorText } from './error-text.ts'
import { limits } from './limits.ts'
import { attribute, decoded, readXml, unescaped, type XmlListener } from './xml.ts'
import { isTrue, type Styles } from './xlsx-parts.ts'

/** What the whole workbook shares: cells that hold the same are one object, for a long list repeats most of what it says. */
export type Shared = { strings: readonly string[]; styles: Styles; dateSystem: 1900 | 1904; cells: Map<string, Cell>; count: number }

/** Beyond so many different cells a new one is not remembered: identity numbers are all different. */
const mostRemembered = 60_000
const lastColumn = 16_383

/** The rows that hold something and the merges of a worksheet. */
export async function readSheet(pieces: AsyncIterable<string>, shared: Shared): Promise<{ rows: Row[]; merges: Merge[] }> {
  const reader = new SheetReader(shared)
  await readXml(pieces, reader)
  return { rows: reader.rowsInOrder(), merges: reader.merges }
}

class SheetReader implements XmlListener {
  merges: Merge[] = []
  #shared: Shared
  #rows: Row[] = []
  #isOrdered = true
  #row: Row = { row: 0, isHidden: false, cells: [] }
  #column = -1
  #attributes = ''
  #value = ''
  #formula = ''
  #inline = ''
  #place: 'value' | 'formula' | 'inline' | null = null
  #isAid = false

  constructor(shared: Shared) {
    this.#shared = shared
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#beginCell(attributes)
    else if (name === 'v') this.#place = 'value'
    else if (name === 'row') this.#beginRow(attributes)
    else if (name === 'f') this.#place = 'formula'
    else if (name === 't') this.#place = this.#isAid ? null : 'inline'
    else if (name === 'rPh') this.#isAid = true
    else if (name === 'mergeCell') this.#merge(attribute(attributes, 'ref') ?? '')
  }

  close(name: string): void {
    if (name === 'c') this.#endCell()
    else if (name === 'v' || name === 'f' || name === 't') this.#place = null
    else if (name === 'row') this.#endRow()
    else if (name === 'rPh') this.#isAid = false
  }

  text(source: string, from: number, to: number): void {
    if (this.#place === null) return
    const text = decoded(source.slice(from, to))
    if (this.#place === 'value') this.#value += text
    else if (this.#place === 'formula') this.#formula += text
    else this.#inline += text
  }

  rowsInOrder(): Row[] {
    if (this.#isOrdered) return this.#rows
    const rows = new Map<number, Row>()
    for (const row of this.#rows) {
      const before = rows.get(row.row)
      if (before) row.cells.forEach((cell, column) => (before.cells[column] = cell))
      else rows.set(row.row, row)
    }
    return [...rows.values()].toSorted((one, other) => one.row - other.row)
  }

  #beginRow(attributes: string): void {
    const row = Number(attribute(attributes, 'r')) || this.#row.row + 1
    this.#row = { row, isHidden: isTrue(attribute(attributes, 'hidden')), cells: [] }
    this.#column = -1
  }

  #endRow(): void {
    const { row, cells } = this.#row
    if (cells.length === 0) return
    if (row <= (this.#rows.at(-1)?.row ?? 0)) this.#isOrdered = false
    this.#rows.push(this.#row)
    this.#shared.count += cells.length
    if (this.#rows.length > limits.rows || this.#shared.count > limits.cells)
      throw new WorkbookError({ code: 'workbook-too-large', limit: `${limits.rows} rows` })
  }

  #beginCell(attributes: string): void {
    this.#attributes = attributes
    this.#value = this.#formula = this.#inline = ''
    const place = attribute(attributes, 'r')
    this.#column = place ? columnNumber(place.replace(/\d+$/, '')) : this.#column + 1
    if (!(this.#column >= 0 && this.#column <= lastColumn)) throw new WorkbookError({ code: 'workbook-damaged' })
  }

  #endCell(): void {
    this.#place = null
    if (this.#value === '' && this.#formula === '' && this.#inline === '') return
    const key = `${attribute(this.#attributes, 't') ?? ''} ${attribute(this.#attributes, 's') ?? ''} ${this.#value}\u001f${this.#formula}\u001f${this.#inline}`
    const { cells } = this.#shared
    const cell = cells.get(key) ?? this.#cell()
    if (cell === null) return
    if (cells.size < mostRemembered) cells.set(key, cell)
    this.#row.cells[this.#column] = cell
  }

  #cell(): Cell | null {
    const type = attribute(this.#attributes, 't') ?? 'n'
    const format = this.#shared.styles.formats[Number(attribute(this.#attributes, 's') ?? -1)]
    const value = this.#valueOf(type, format?.isDate === true)
    const formula = this.#formula !== '' && (type === 'str' || !['s', 'inlineStr', 'b', 'e'].includes(type)) ? this.#formula : undefined
    if ((value === null || value === '') && formula === undefined) return null
    const font = this.#shared.styles.fonts[format?.font ?? 0] ?? this.#shared.styles.fonts[0]
    return {
      value,
      ...(font === undefined ? {} : { font }),
      ...(formula === undefined ? {} : { formula }),
      ...(type === 'e' || isErrorText(value) ? { isError: true as const } : {}),
    }
  }

  #valueOf(type: string, isDate: boolean): Cell['value'] {
    if (type === 's') return this.#shared.strings[Number(this.#value)] ?? null
    if (type === 'inlineStr') return unescaped(this.#inline)
    if (type === 'str') return unescaped(this.#value)
    if (type === 'b') return this.#value === '1' || this.#value.toLowerCase() === 'true'
    if (type === 'e') return this.#value
    if (this.#value === '') return null
    const number = Number(this.#value)
    if (Number.isNaN(number)) return this.#value
    return isDate ? serialToDate(number, this.#shared.dateSystem === 1904) : number
  }

  #merge(ref: string): void {
    const [start = '', end = start] = ref.split(':')
    const [left, right] = [start, end].map((place) => columnNumber(place.replace(/\d+$/, '')))
    const [top, bottom] = [start, end].map((place) => Number(/\d+$/.exec(place)?.[0]))
    if (left === undefined || right === undefined || !top || !bottom) return
    this.merges.push({ top, bottom, left, right })
  }
}
