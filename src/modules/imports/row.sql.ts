import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { RowState } from './planned.ts'
import type { PreviewRow } from './row.contract.ts'
import { packedDetail, shownReading, wholeDetail, type Detail } from './row-detail.ts'

type RowAt = { number: number; sheet: string; row: number; state: RowState; name: string }
export type StoredRow = RowAt & { of: PreviewRow['of']; detail: Detail }
type Selected = RowAt & { reading: string; detail: Partial<Detail> }

export async function rowsPage(
  db: Db,
  runId: string,
  filter: { state?: RowState | undefined; after: number; limit: number },
): Promise<{ rows: PreviewRow[]; next: number | null }> {
  type Listed = Selected & { choice: string | null; corrections: PreviewRow['corrections']; entered: string | null }
  const { rows } = await sql<Listed>`
    select r.number, r.sheet, r.row, r.state, r.name, r.reading, r.detail, c.choice,
      (select p.person_id from people.person p where p.person_id = r.id and p.run_id = r.run_id) as entered,
      (select coalesce(jsonb_agg(jsonb_build_object('column', k.col, 'value', k.value) order by k.col), '[]')
        from imports.correction k where k.run_id = r.run_id and k.sheet = r.sheet and k.row = r.row) as corrections
    from imports.row r
    left join imports.choice c on c.run_id = r.run_id and c.sheet = r.sheet and c.row = r.row
    where r.run_id = ${runId}::uuid and r.number > ${filter.after} and ${filter.state ? sql`r.state = ${filter.state}` : sql`true`}
    order by r.number limit ${filter.limit + 1}`.execute(db)
  const shown = rows.slice(0, filter.limit).map(({ detail, reading, entered, ...row }) => {
    const whole = wholeDetail(detail)
    return { ...row, ...shownReading(reading), ...whole, personId: whole.personId ?? entered }
  })
  return { rows: shown, next: rows.length > filter.limit ? (shown.at(-1)?.number ?? null) : null }
}

export async function findRow(db: Db, runId: string, number: number): Promise<StoredRow | undefined> {
  const { rows } = await sql<Selected>`
    select number, sheet, row, state, name, reading, detail from imports.row where run_id = ${runId}::uuid and number = ${number}`.execute(
    db,
  )
  return rows.map(stored)[0]
}

export async function rowsInState(db: Db, runId: string, state: RowState): Promise<StoredRow[]> {
  const { rows } = await sql<Selected>`
    select number, sheet, row, state, name, reading, detail from imports.row where run_id = ${runId}::uuid and state = ${state} order by number`.execute(
    db,
  )
  return rows.map(stored)
}

type Kept = Pick<StoredRow, 'number' | 'state' | 'detail'>

export function setRow(tx: Tx, runId: string, row: Kept): Promise<void> {
  return setRows(tx, runId, [row])
}

export async function setRows(tx: Tx, runId: string, rows: Kept[]): Promise<void> {
  const packed = rows.map(({ number, state, detail }) => ({ number, state, detail: packedDetail(detail) }))
  await sql`
    update imports.row r set state = n.state, detail = n.detail
    from jsonb_to_recordset(${JSON.stringify(packed)}::jsonb) as n(number integer, state text, detail jsonb)
    where r.run_id = ${runId}::uuid and r.number = n.number`.execute(tx)
}

function stored({ reading, detail, ...row }: Selected): StoredRow {
  return { ...row, of: shownReading(reading).of, detail: wholeDetail(detail) }
}
