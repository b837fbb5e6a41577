import { highDay, toIso } from '#lib/partial-date.ts'
import type { ImportKind, Mapping, SheetNote, Whole } from './candidate.ts'
import { recogniseWorkbook, type PackedPiece } from './reading.node.ts'
import type { CellCorrection } from './recognition/corrections.ts'
import type { SheetNote as ShownSheet } from './run.contract.ts'

/** A file as it was read; the rows stay packed until they are wanted. */
export type FileRead = Whole & { pieces: PackedPiece[] }

/** Everything a file gives. */
export async function readRun(
  content: Uint8Array,
  options: { kind: ImportKind; mappings: Mapping[]; corrections: CellCorrection[] },
  told: (done: number, rows: number) => Promise<void>,
): Promise<FileRead> {
  const pieces: PackedPiece[] = []
  const whole = await recogniseWorkbook(content, options, async ({ rows, content: packed, done, total }) => {
    pieces.push({ rows, content: packed })
    await told(done, total)
  })
  return { ...whole, pieces }
}

/** What the screen shows of the recognition. */
export function shownSheets(sheets: readonly SheetNote[]): ShownSheet[] {
  return sheets.map((note) => ({
    sheet: note.sheet,
    isHidden: note.hidden,
    encoding: note.encoding,
    skipped: note.skipped ?? null,
    tables: note.tables.map(({ fingerprint, headingRows, rows, columns, title, sample }) => ({
      fingerprint,
      headingRows,
      rows,
      columns,
      titleLines: title.lines.map(({ text }) => text),
      asOf: title.asOf ? toIso(title.asOf.value) : null,
      sample,
    })),
  }))
}

/** The day on which each list is true: as its title says, else the one chosen; never after today. */
export function listDay(
  sheets: readonly SheetNote[],
  chosen: string | null,
  today: string,
): (at: { sheet: string; row: number }) => string {
  return (at) => {
    const table = tableAt(sheets, at)
    const said = table?.title.asOf ? highDay(table.title.asOf.value) : chosen
    return said && said < today ? said : today
  }
}

export function tableAt(sheets: readonly SheetNote[], at: { sheet: string; row: number }) {
  const tables = sheets.find(({ sheet }) => sheet === at.sheet)?.tables ?? []
  return tables.find(({ rows: [first, last] }) => first <= at.row && at.row <= last) ?? tables[0]
}
