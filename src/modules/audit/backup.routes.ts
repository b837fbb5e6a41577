import { query, type Route } from '#server/operations.ts'
import { readBackups } from './backup.contract.ts'
import { lastBackups } from './backup.sql.ts'
import { backupState } from './backup.ts'

export function backupRoutes(): Route[] {
  return [
    query(readBackups, async ({}, { db, now }) => {
      const { good, failed } = await lastBackups(db)
      return {
        state: backupState({ good: good?.at ?? null, failed: failed?.at ?? null }, now),
        good: good && { ...good, at: good.at.toISOString() },
        failed: failed && { at: failed.at.toISOString() },
      }
    }),
  ]
}
