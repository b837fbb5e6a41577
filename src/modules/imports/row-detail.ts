import type { FieldName } from './candidate.ts'
import { unpackRow } from './packed-rows.ts'
import type { Planned } from './planned.ts'
import type { PreviewRow } from './row.contract.ts'

/** What a preview says of a row beyond what was read of it. */
export type Detail = Pick<PreviewRow, 'personId' | 'changes' | 'options' | 'askWhy' | 'twinRow' | 'refusals' | 'leftOutWhy'>

const plain: Detail = { personId: null, changes: [], options: [], askWhy: null, twinRow: null, refusals: [], leftOutWhy: null }

/** Of most rows of a list there is nothing to say: only what is, is kept. */
export function detailOf(row: Planned): Partial<Detail> {
  return packedDetail({
    ...plain,
    personId: row.personId,
    changes: row.changes,
    options: row.options,
    askWhy: row.askWhy ?? null,
    twinRow: row.twinRow ?? null,
    refusals: row.refusals.map(({ column, why }) => ({ column, why })),
    leftOutWhy: row.leftOutWhy ?? null,
  })
}

export function packedDetail(detail: Detail): Partial<Detail> {
  const said = Object.entries(detail).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(said) as Partial<Detail> // entries of a detail
}

export function wholeDetail(detail: Partial<Detail>): Detail {
  return { ...plain, ...detail }
}

/** What was read, as the screen shows it. */
export function shownReading(line: string): Pick<PreviewRow, 'of' | 'fields' | 'notes'> {
  const { of, fields, warnings } = unpackRow(line).candidate
  return {
    of,
    fields: Object.entries(fields).map(([field, reading]) => ({
      field: field as FieldName, // entries of Fields are named by it
      text: reading.text,
      column: reading.source === 'cell' ? reading.place.column : null,
      source: reading.source,
    })),
    notes: warnings.map(({ code, place, text }) => ({ code, column: place.column, text: text ?? null })),
  }
}

export function nameOf({ candidate: { fields, of } }: Planned): string {
  return (of === 'class' ? fields.className?.value : fields.name?.value) ?? ''
}
