import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'

type Named = { vi: string; en: string }
export type PersonLook = {
  seq: number
  at: Date
  actor: string
  operation: string
  purpose: string | null
  isOwn: boolean
  roles: { role: string; unit: Named | null }[]
}
type Row = Omit<PersonLook, 'roles'> & { roles: { role: string; unitId: string | null }[] | null }

const looksPerPage = 100
// Whatever concerned the person and changed nothing was a look.
const isLook = sql<boolean>`e.changes = '[]'::jsonb`

/** Who looked at the file, latest first, as what and what for. */
export async function looksAt(
  db: Db,
  personId: string,
  before: number | undefined,
): Promise<{ looks: PersonLook[]; next: number | null; byMonth: { month: string; count: number }[] }> {
  const { rows } = await sql<Row>`
    select e.seq, e.at, e.actor, e.operation, e.input ->> 'purpose' as purpose, coalesce(a.person_id = e.person_id, false) as "isOwn", (
      select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id) order by g.granted_at)
      from access.role_grant g
      where g.account_id = e.account_id and g.granted_at <= e.at and (g.ended_at is null or g.ended_at > e.at)
    ) as roles
    from audit.entry e left join access.account a on a.id = e.account_id
    where e.person_id = ${personId}::uuid and ${isLook} and ${before === undefined ? sql`true` : sql`e.seq < ${before}`}
    order by e.seq desc limit ${looksPerPage + 1}`.execute(db)
  const months = await sql<{ month: string; count: number }>`
    select to_char(e.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, count(*)::int as count from audit.entry e
    where e.person_id = ${personId}::uuid and ${isLook} group by 1 order by 1`.execute(db)
  const shown = rows.slice(0, looksPerPage)
  const names = await unitNames(db, [...new Set(shown.flatMap(({ roles }) => (roles ?? []).flatMap(({ unitId }) => unitId ?? [])))])
  const looks = shown.map(({ roles, ...look }) => ({
    ...look,
    roles: (roles ?? []).map(({ role, unitId }) => ({ role, unit: unitId === null ? null : (names.get(unitId) ?? null) })),
  }))
  return { looks, next: rows.length > looksPerPage ? (looks.at(-1)?.seq ?? null) : null, byMonth: months.rows }
}
