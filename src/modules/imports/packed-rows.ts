import type { Candidate, FieldName, Fields, Place, ReadRow, Reading, Refused, Source, Warning } from './candidate.ts'

type PackedField = [field: FieldName, value: unknown, text: string | null, column: string, source: Source | 0, row?: number, sheet?: string]
type PackedRow = [Candidate['of'], string, number, PackedField[], Warning[]?, (string | 0)?, Refused[]?]

/** A row as it is kept with the run, in one line: half the size, for most of what a reading repeats is its place. */
export function packRow({ candidate, refused }: ReadRow): string {
  const { of, sheet, row, fields, warnings, classKey } = candidate
  const base: PackedRow = [
    of,
    sheet,
    row,
    Object.entries(fields).map(([field, reading]) => packedField(field as FieldName, reading, candidate)),
  ]
  if (warnings.length > 0 || classKey !== undefined || refused.length > 0) base.push(warnings)
  if (classKey !== undefined || refused.length > 0) base.push(classKey ?? 0)
  if (refused.length > 0) base.push(refused)
  return JSON.stringify(base)
}

export function unpackRow(line: string): ReadRow {
  return unpacked(JSON.parse(line) as PackedRow) // written by packRow
}

function packedField(field: FieldName, reading: Reading<unknown>, at: Candidate): PackedField {
  const { value, text, place, source } = reading
  const base: PackedField = [field, value, value === text ? null : text, place.column, source === 'cell' ? 0 : source]
  if (place.row !== at.row || place.sheet !== at.sheet) base.push(place.row)
  if (place.sheet !== at.sheet) base.push(place.sheet)
  return base
}

function unpacked([of, sheet, row, fields, warnings = [], classKey = 0, refused = []]: PackedRow): ReadRow {
  const candidate: Candidate = {
    of,
    sheet,
    row,
    fields: Object.fromEntries(fields.map((field) => [field[0], unpackedField(field, { sheet, row })])) as Fields, // as they were packed
    warnings,
    ...(classKey === 0 ? {} : { classKey }),
  }
  return { candidate, refused }
}

function unpackedField([, value, text, column, source, row, sheet]: PackedField, at: Omit<Place, 'column'>): Reading<unknown> {
  const place = { sheet: sheet ?? at.sheet, row: row ?? at.row, column }
  // A value that is its own text is one.
  return { value, text: text ?? String(value), place, source: source === 0 ? 'cell' : source }
}
