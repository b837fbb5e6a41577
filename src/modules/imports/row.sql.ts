import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import type { FieldName } from './candidate.ts'
import type { Planned, RowState } from './planned.ts'
import type { PreviewRow } from './row.contract.ts'

type Detail = Omit<PreviewRow, 'number' | 'sheet' | 'row' | 'state' | 'name' | 'choice' | 'corrections'>
export type StoredRow = { number: number; sheet: string; row: number; state: RowState; name: string; detail: Detail }

const rowsPerStatement = 2000

/** Puts the preview in place of the one before. */
export async function replaceRows(
  tx: Tx,
  runId: string,
  planned: readonly Planned[],
  told: (done: number) => Promise<void>,
): Promise<void> {
  await tx.deleteFrom('imports.row').where('run_id', '=', runId).execute()
  for (let at = 0; at < planned.length; at += rowsPerStatement) {
    const chunk = planned.slice(at, at + rowsPerStatement).map((row, index) => ({ run_id: runId, ...storedRow(row, at + index + 1) }))
    await sql`
      insert into imports.row (run_id, number, sheet, row, state, name, detail)
      select run_id, number, sheet, row, state, name, detail from jsonb_populate_recordset(null::imports.row, ${JSON.stringify(chunk)}::jsonb)`.execute(
      tx,
    )
    await told(Math.min(at + rowsPerStatement, planned.length))
  }
}

export async function rowsPage(
  db: Db,
  runId: string,
  filter: { state?: RowState | undefined; after: number; limit: number },
): Promise<{ rows: PreviewRow[]; next: number | null }> {
  const { rows } = await sql<StoredRow & { choice: string | null; corrections: PreviewRow['corrections'] }>`
    select r.number, r.sheet, r.row, r.state, r.name, r.detail, c.choice,
      (select coalesce(jsonb_agg(jsonb_build_object('column', k.col, 'value', k.value) order by k.col), '[]')
        from imports.correction k where k.run_id = r.run_id and k.sheet = r.sheet and k.row = r.row) as corrections
    from imports.row r
    left join imports.choice c on c.run_id = r.run_id and c.sheet = r.sheet and c.row = r.row
    where r.run_id = ${runId}::uuid and r.number > ${filter.after} and ${filter.state ? sql`r.state = ${filter.state}` : sql`true`}
    order by r.number limit ${filter.limit + 1}`.execute(db)
  const shown = rows.slice(0, filter.limit).map(({ detail, ...row }) => ({ ...row, ...detail }))
  return { rows: shown, next: rows.length > filter.limit ? (shown.at(-1)?.number ?? null) : null }
}

export async function findRow(db: Db, runId: string, number: number): Promise<StoredRow | undefined> {
  const { rows } = await sql<StoredRow>`
    select number, sheet, row, state, name, detail from imports.row where run_id = ${runId}::uuid and number = ${number}`.execute(db)
  return rows[0]
}

export async function rowsInState(db: Db, runId: string, state: RowState): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select number, sheet, row, state, name, detail from imports.row where run_id = ${runId}::uuid and state = ${state} order by number`.execute(
    db,
  )
  return rows
}

/** What the user saw of each row, to be compared with what applying it would do now. */
export async function seenRows(db: Db, runId: string): Promise<string[]> {
  const { rows } = await sql<{ number: number; state: RowState; person: string | null; changes: PreviewRow['changes'] }>`
    select number, state, detail ->> 'personId' as person, detail -> 'changes' as changes from imports.row where run_id = ${runId}::uuid order by number`.execute(
    db,
  )
  return rows.map(({ state, person, changes }) => asSeen({ state, personId: person, changes }))
}

export function asSeen({ state, personId, changes }: Pick<Planned, 'state' | 'personId' | 'changes'>): string {
  return JSON.stringify([state, personId, changes.map(({ field, before, after }) => [field, before, after])])
}

/** After applying, rows of new people lead to their files. */
export async function linkPeople(tx: Tx, runId: string, planned: readonly Planned[]): Promise<void> {
  const links = planned.flatMap(({ personId, writes }, index) => {
    const person = writes.person?.personId ?? writes.sendings?.[0]?.personId ?? writes.enrolments?.[0]?.personId
    return personId === null && person ? [{ number: index + 1, person }] : []
  })
  await sql`
    update imports.row r set detail = jsonb_set(r.detail, '{personId}', to_jsonb(n.person))
    from unnest(${links.map(({ number }) => number)}::integer[], ${links.map(({ person }) => person)}::uuid[]) as n(number, person)
    where r.run_id = ${runId}::uuid and r.number = n.number`.execute(tx)
}

type Kept = Pick<StoredRow, 'number' | 'state' | 'detail'>

export function setRow(tx: Tx, runId: string, row: Kept): Promise<void> {
  return setRows(tx, runId, [row])
}

export async function setRows(tx: Tx, runId: string, rows: Kept[]): Promise<void> {
  await sql`
    update imports.row r set state = n.state, detail = n.detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(number integer, state text, detail jsonb)
    where r.run_id = ${runId}::uuid and r.number = n.number`.execute(tx)
}

function storedRow(row: Planned, number: number): StoredRow {
  const { candidate } = row
  return { number, sheet: candidate.sheet, row: candidate.row, state: row.state, name: nameOf(row), detail: detailOf(row) }
}

function nameOf({ candidate: { fields, of } }: Planned): string {
  return (of === 'class' ? fields.className?.value : fields.name?.value) ?? ''
}

function detailOf(row: Planned): Detail {
  const { candidate } = row
  return {
    of: candidate.of,
    personId: row.personId,
    fields: Object.entries(candidate.fields).map(([field, reading]) => ({
      field: field as FieldName, // entries of Fields are named by it
      text: reading.text,
      column: reading.source === 'cell' ? reading.place.column : null,
      source: reading.source,
    })),
    changes: row.changes,
    options: row.options,
    askWhy: row.askWhy ?? null,
    twinRow: row.twinRow ?? null,
    refusals: row.refusals.map(({ column, why }) => ({ column, why })),
    notes: row.notes.map(({ code, place, text }) => ({ code, column: place.column, text: text ?? null })),
    leftOutWhy: row.leftOutWhy ?? null,
  }
}
