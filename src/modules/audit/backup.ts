/** How the last backup stands: none yet, the latest one failed, all are old, or all is well. */
export type BackupState = 'none' | 'failed' | 'old' | 'fresh'

const oldAfterInMs = 2 * 24 * 60 * 60 * 1000

/** `good` is when the last whole backup was begun, `failed` when a later one failed. */
export function backupState(last: { good: Date | null; failed: Date | null }, now: Date): BackupState {
  if (last.failed && (!last.good || last.failed > last.good)) return 'failed'
  if (!last.good) return 'none'
  return now.getTime() - last.good.getTime() > oldAfterInMs ? 'old' : 'fresh'
}
