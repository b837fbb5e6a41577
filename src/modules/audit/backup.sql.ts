import type { Db, Tx } from '#db/connect.ts'
import { about, noteChange } from '#db/facts.ts'

export type BackupRecord = {
  beganAt: Date
  endedAt: Date
  file: string
  bytes: number | null
  rowCount: number | null
  isEncrypted: boolean
  isScheduled: boolean
  problem: string | null
}

/** Notes how a backup went; that all data left the house is an entry of the log. */
export async function recordBackup(tx: Tx, made: BackupRecord): Promise<void> {
  const { id } = await tx
    .insertInto('audit.backup')
    .values({
      began_at: made.beganAt,
      ended_at: made.endedAt,
      file: made.file,
      bytes: made.bytes,
      row_count: made.rowCount,
      is_encrypted: made.isEncrypted,
      is_scheduled: made.isScheduled,
      problem: made.problem,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  about(tx, { subjectId: id })
  noteChange(tx, { table: 'audit.backup', done: 'recorded', count: 1, after: [made] })
}

/** The last whole backup, and the last that failed. */
export async function lastBackups(db: Db): Promise<{
  good: { at: Date; bytes: number; isEncrypted: boolean } | null
  failed: { at: Date } | null
}> {
  const last = db.selectFrom('audit.backup').orderBy('began_at', 'desc').limit(1)
  const good = await last.where('problem', 'is', null).select(['began_at as at', 'bytes', 'is_encrypted as isEncrypted']).executeTakeFirst()
  const failed = await last.where('problem', 'is not', null).select('began_at as at').executeTakeFirst()
  return { good: good ? { ...good, bytes: good.bytes ?? 0 } : null, failed: failed ?? null }
}
