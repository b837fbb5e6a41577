import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { lastBackups } from '#modules/audit/backup.sql.ts'
import type { Measured } from '#server/metrics.ts'

/** What the metrics ask of the database; as the owner, to whom the queue belongs. */
export async function measured(db: Db): Promise<Measured> {
  const [{ rows: jobs }, { rows: entries }, { good }] = await Promise.all([
    sql<{ waiting: number; running: number; failed: number }>`
      select count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
        count(*) filter (where locked_at is not null)::int as running,
        count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed
      from graphile_worker.jobs`.execute(db),
    // The entries are numbered without a gap.
    sql<{ count: number }>`select coalesce(max(seq), 0)::float8 as count from audit.entry`.execute(db),
    lastBackups(db),
  ])
  return {
    jobs: jobs[0] ?? { waiting: 0, running: 0, failed: 0 },
    auditEntries: entries[0]?.count ?? 0,
    lastBackupAt: good?.at,
  }
}
