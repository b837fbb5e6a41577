import { encodingOfFont, encodingOfTexts, type Encoding, isCapitalFont, isSurelyUnicode, toUnicode } from '#lib/old-fonts.ts'
import { cleanLines } from '#lib/vietnamese-names.ts'
import { countSyllables } from '#lib/vietnamese-syllable.ts'
import { type Cell, cellText, type Row, type Sheet } from '#lib/workbook/cells.ts'

/** A cell whose text is Unicode, composed, without invisible signs; line breaks stay. */
export type DecodedCell = { text: string; value: Cell['value']; formula?: string; isError?: true }

export type DecodedRow = { row: number; isHidden: boolean; cells: (DecodedCell | undefined)[] }

/** How many texts are looked at to tell the encoding of a sheet. */
const sample = 400

const mostKnown = 100_000

/** The encoding of a sheet: its fonts say, else its words. */
export function encodingOfSheet(sheet: Sheet): Encoding {
  const texts: string[] = []
  const byFont = { tcvn3: 0, vni: 0 }
  let sure = 0
  for (const { cells } of sheet.rows) {
    for (const cell of cells) {
      if (typeof cell?.value !== 'string') continue
      if (isSurelyUnicode(cell.value)) sure += 1
      if (!/[\u00A1-\u00FF]/.test(cell.value)) continue
      const said = encodingOfFont(cell.font)
      if (said === 'tcvn3' || said === 'vni') byFont[said] += 1
      if (texts.push(cell.value) >= sample) break
    }
    if (texts.length >= sample) break
  }
  const byWords = encodingOfTexts(texts)
  if (byWords !== 'unicode' || sure > 0) return byWords
  // Words may be too few to tell; a font of most of them is enough.
  if (byFont.tcvn3 * 2 > texts.length) return 'tcvn3'
  return byFont.vni * 2 > texts.length ? 'vni' : 'unicode'
}

/** The rows with their texts in Unicode. */
export function* decodedRows(sheet: Sheet, encoding: Encoding): Generator<DecodedRow> {
  // Cells that hold the same are one object, and so are they decoded.
  const known = new Map<Cell, DecodedCell | undefined>()
  const decode = (cell: Cell): DecodedCell | undefined => {
    if (known.has(cell)) return known.get(cell)
    const decoded = decodedCell(cell, encoding)
    if (known.size < mostKnown) known.set(cell, decoded)
    return decoded
  }
  for (const row of sheet.rows) yield decodedRow(row, decode)
}

export function decodeText(text: string, encoding: Encoding, font?: string): string {
  return cleanLines(toUnicode(text, encodingOfCell(text, encoding, font), font))
}

function decodedRow({ row, isHidden, cells }: Row, decode: (cell: Cell) => DecodedCell | undefined): DecodedRow {
  return { row, isHidden, cells: cells.map((cell) => (cell === undefined ? undefined : decode(cell))) }
}

function decodedCell(cell: Cell, encoding: Encoding): DecodedCell | undefined {
  const text = typeof cell.value === 'string' ? decodeText(cell.value, encoding, cell.font) : cellText(cell)
  if (text === '' && cell.formula === undefined) return undefined
  return {
    text,
    value: typeof cell.value === 'string' ? text : cell.value,
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    ...(cell.isError === undefined ? {} : { isError: true }),
  }
}

/** A heading in Calibri may still be TCVN3; a Unicode word among TCVN3 cells must not be broken. */
function encodingOfCell(text: string, encoding: Encoding, font: string | undefined): Encoding {
  const said = encodingOfFont(font)
  if (said !== null && (isCapitalFont(font) || !/[\u00A1-\u00FF]/.test(text) || encoding === said)) return said
  if (said !== null && encoding === 'unicode') return improves(text, said) ? said : 'unicode'
  if (encoding === 'unicode') return 'unicode'
  return improves(text, encoding) || countSyllables(text).bad > 0 || isSame(text, encoding) ? encoding : 'unicode'
}

function improves(text: string, encoding: Encoding): boolean {
  return countSyllables(toUnicode(text, encoding)).bad < countSyllables(text).bad
}

/** Words that make sense both ways ('Vò' and 'Vũ') are read as the rest of the sheet is. */
function isSame(text: string, encoding: Encoding): boolean {
  return countSyllables(toUnicode(text, encoding)).bad === countSyllables(text).bad
}
