import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { likeText } from '#db/like.ts'
import type { AuditEntry } from './audit.contract.ts'

type Logged = Omit<AuditEntry, 'summary'>

export type LogFilter = {
  actor?: string | undefined
  operation?: string | undefined
  personId?: string | undefined
  subjectId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}
type Row = Omit<Logged, 'at' | 'hash'> & { at: Date; hash: Buffer }

const columns = sql`
  e.seq, e.at, e.actor, e.operation, e.subject_id as "subjectId", e.person_id as "personId", p.full_name as "personName", e.reason,
  coalesce((select sum((c ->> 'count')::int) from jsonb_array_elements(e.changes) c), 0)::int as changed, e.hash`
const tables = sql`audit.entry e left join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)`

/** Entries, latest first. */
export async function entriesPage(
  db: Db,
  filter: LogFilter,
  inScope: RawBuilder<boolean>,
  page: { before?: number | undefined; limit: number },
): Promise<{ entries: Logged[]; next: number | null }> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables}
    where ${matching(filter)} and ${inScope} and ${page.before ? sql`e.seq < ${page.before}` : sql`true`}
    order by e.seq desc limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit).map(entryOf)
  return { entries: shown, next: rows.length > page.limit ? (shown.at(-1)?.seq ?? null) : null }
}

/** Writes and looks of each of the last days that have any. */
export async function entriesByDay(
  db: Db,
  filter: LogFilter,
  inScope: RawBuilder<boolean>,
): Promise<{ day: string; writes: number; looks: number }[]> {
  const { rows } = await sql<{ day: string; writes: number; looks: number }>`
    select (e.at at time zone 'Asia/Ho_Chi_Minh')::date as day,
      count(*) filter (where jsonb_array_length(e.changes) > 0)::int as writes,
      count(*) filter (where jsonb_array_length(e.changes) = 0)::int as looks
    from audit.entry e where ${matching(filter)} and ${inScope} group by 1 order by 1 desc limit 60`.execute(db)
  return rows.toReversed()
}

export async function findEntry(db: Db, seq: number, inScope: RawBuilder<boolean>) {
  const { rows } = await sql<Row & { input: unknown; changes: unknown[]; previous: Buffer }>`
    select ${columns}, e.input, e.changes, e.previous from ${tables} where e.seq = ${seq} and ${inScope}`.execute(db)
  const [row] = rows
  return row && { ...entryOf(row), input: row.input, changes: row.changes, previous: row.previous.toString('hex') }
}

function entryOf({ at, hash, ...rest }: Row): Logged {
  return { ...rest, at: at.toISOString(), hash: hash.toString('hex') }
}

function matching(filter: LogFilter): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`]
  if (filter.actor) parts.push(sql<boolean>`e.actor ilike ${`%${likeText(filter.actor)}%`}`)
  if (filter.operation) parts.push(sql<boolean>`e.operation like ${`${likeText(filter.operation)}%`}`)
  if (filter.personId) parts.push(sql<boolean>`e.person_id = ${filter.personId}::uuid`)
  if (filter.subjectId) parts.push(sql<boolean>`e.subject_id = ${filter.subjectId}::uuid`)
  if (filter.from) parts.push(sql<boolean>`e.at >= ${filter.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (filter.to) parts.push(sql<boolean>`e.at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}
