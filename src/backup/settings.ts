import type { Lock } from '#db/backup/key.ts'
import { SetUpError } from '#db/set-up-error.ts'

type Environment = Record<string, string | undefined>

/** Where scheduled backups go; undefined when none are wanted. */
export function backupFolder(env: Environment = process.env): string | undefined {
  return env['KECAN_BACKUP_DIR']?.trim() || undefined
}

/** How the environment says backups are to be locked; undefined when it does not. */
export function lockOfEnvironment(env: Environment = process.env): Lock | undefined {
  const recipients = env['KECAN_BACKUP_TO']?.split(/[\s,]+/).filter(Boolean) ?? []
  if (recipients.length > 0) return { recipients }
  const passphrase = env['KECAN_BACKUP_PASSPHRASE']
  return passphrase ? { passphrase } : undefined
}

/** The line for the queue that makes a backup each night; one missed while nobody served is made when somebody does again. */
export function backupCron(env: Environment = process.env): string {
  if (!backupFolder(env)) return ''
  const at = env['KECAN_BACKUP_AT']?.trim() || '02:00'
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
  if (hour === undefined || minute === undefined)
    throw new SetUpError(`KECAN_BACKUP_AT=${at}: viết giờ Hà Nội như 02:00.`, `KECAN_BACKUP_AT=${at}: write the hour of Hanoi as 02:00.`)
  // The queue's clock is UTC; Hanoi is seven hours ahead all year.
  return `${Number(minute)} ${(Number(hour) + 17) % 24} * * * backup-make ?fill=20h&max=1`
}
