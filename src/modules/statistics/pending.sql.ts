import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { decisionInScope } from '#modules/decisions/scope.sql.ts'
import { unitsBelow } from '#modules/organisation/scope.sql.ts'
import type { Actor } from '#server/operations.ts'

type Caller = { actor: Actor; today: string; now: Date }

const tablesOfPersons = [
  'people.assignment',
  'people.membership',
  'qualifications.qualification',
  'training.sending',
  'training.enrolment',
  'movements.secondment',
]
const lately = 30 * 24 * 3600 * 1000

/** Papers withdrawn in the last thirty days; null for those who see no papers. */
export async function countWithdrawn(db: Db, { actor, today, now }: Caller): Promise<number | null> {
  const scope = await scopeOf(db, actor, 'decisions.read', today, unitsBelow)
  if (!scope) return null
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from decisions.decision d
    where d.withdrawn_at between ${new Date(now.getTime() - lately)}::timestamptz and ${now}::timestamptz
      and ${decisionInScope(scope, tablesOfPersons)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Workbooks read and not yet applied; null for those who import none. */
export async function countImportsWaiting(db: Db, { actor, today }: Caller): Promise<number | null> {
  const scope = await scopeOf(db, actor, 'imports.run', today, unitsBelow)
  if (!scope) return null
  const inScope = scope === 'everything' ? sql`true` : sql`r.unit_id = any(${scope.unitIds}::uuid[])`
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from imports.run r where r.status = 'ready' and ${inScope}`.execute(db)
  return rows[0]?.count ?? 0
}
