import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'

export type BulkRow = Record<string, unknown>
/** Rows of which each has a value, if only null, for these columns and no others. */
export type BulkRows = { columns: string[]; rows: BulkRow[] }
/** A column worked out from others of the row. */
export type Derived = (valueOf: (column: string) => RawBuilder<unknown>) => RawBuilder<unknown>

const rowsPerStatement = 5000
const types = new Map<string, Map<string, string>>()

/** The rows parted by the columns they name: what is undefined takes the column's default. */
export function byColumns(rows: readonly BulkRow[]): BulkRows[] {
  const groups = new Map<string, BulkRows>()
  let group: BulkRows | undefined
  for (const row of rows) {
    if (!group || !hasColumns(row, group.columns)) {
      const columns = Object.keys(row).filter((name) => row[name] !== undefined)
      const key = columns.join()
      group = groups.get(key) ?? { columns, rows: [] }
      groups.set(key, group)
    }
    group.rows.push(row)
  }
  return [...groups.values()]
}

/** Whether the row names these columns in this order: the rows of one writer do. */
function hasColumns(row: BulkRow, columns: readonly string[]): boolean {
  let index = 0
  for (const name in row) {
    if (row[name] === undefined) continue
    if (columns[index] !== name) return false
    index += 1
  }
  return index === columns.length
}

/**
 * Inserts rows that name the same columns, each column as one array: PostgreSQL takes no COPY into a table with row security,
 * and reads arrays almost as fast. What all rows have in common is said once.
 */
export async function insertMany(tx: Tx, table: string, { columns, rows }: BulkRows, more: Record<string, Derived> = {}): Promise<void> {
  if (rows.length === 0) return
  const typeOf = await columnTypesOf(tx, table)
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    await insertChunk(tx, table, { columns, rows: rows.slice(at, at + rowsPerStatement) }, { typeOf, more })
}

async function insertChunk(
  tx: Tx,
  table: string,
  { columns, rows }: BulkRows,
  { typeOf, more }: { typeOf: ReadonlyMap<string, string>; more: Record<string, Derived> },
): Promise<void> {
  const [first = {}] = rows
  const varying = columns.filter((name) => rows.some((row) => row[name] !== first[name]))
  // Without a column there would be no rows.
  if (varying.length === 0 && columns[0] !== undefined) varying.push(columns[0])
  const type = (name: string) => typeOf.get(name) ?? 'text'
  const cast = (name: string) => sql.raw(type(name))
  // Of arrays, a list of lists would be made one: each goes as text.
  const isArray = (name: string) => type(name).endsWith('[]')
  const lists = varying.map((name) =>
    listOf(
      rows.map((row) => textOf(row[name], type(name))),
      isArray(name) ? sql`text` : cast(name),
    ),
  )
  const valueOf = (name: string) => {
    if (!varying.includes(name)) return sql`${textOf(first[name], type(name))}::${cast(name)}`
    return isArray(name) ? sql`r.${sql.ref(name)}::${cast(name)}` : sql`r.${sql.ref(name)}`
  }
  const extra = Object.entries(more)
  const into = [...columns, ...extra.map(([name]) => name)].map((name) => sql.ref(name))
  await sql`
    insert into ${sql.table(table)} (${sql.join(into)})
    select ${sql.join([...columns.map(valueOf), ...extra.map(([, derive]) => derive(valueOf))])}
    from unnest(${sql.join(lists)}) as r(${sql.join(varying.map((name) => sql.ref(name)))})`.execute(tx)
}

/** A column of the rows as an array. Lines need no quoting: of long texts that is most of the work. */
function listOf(texts: readonly (string | null)[], type: RawBuilder<unknown>): RawBuilder<unknown> {
  if (texts.every((text) => text !== null && text !== '' && !text.includes('\n')))
    return sql`string_to_array(${texts.join('\n')}, ${'\n'})::${type}[]`
  return sql`${`{${texts.map((text) => (text === null ? 'NULL' : quoted(text))).join()}}`}::${type}[]`
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`
}

/** A value as PostgreSQL reads it. */
function textOf(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null
  if (type === 'jsonb' || type === 'json') return JSON.stringify(value)
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return Array.isArray(value) ? `{${value.map((one) => quoted(String(one))).join()}}` : String(value)
}

/** The types of a table's columns, asked for once. */
async function columnTypesOf(db: Db, table: string): Promise<ReadonlyMap<string, string>> {
  const known = types.get(table)
  if (known) return known
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(db)
  const found = new Map(rows.map(({ name, type }) => [name, type]))
  types.set(table, found)
  return found
}
