import { addDays } from '#lib/days.ts'

/** How many days, weeks and months keep their last backup. */
export type Retention = { daily: number; weekly: number; monthly: number }
export const usualRetention: Retention = { daily: 7, weekly: 4, monthly: 12 }

export type Kept = { name: string; day: string; at: string }

/** The backups that may go: of each of the last days, weeks and months that have any, the latest one stays. */
export function expired(backups: Kept[], { daily, weekly, monthly }: Retention = usualRetention): string[] {
  const latestFirst = backups.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const kept = new Set([
    ...latestOfEach(latestFirst, ({ day }) => day, daily),
    ...latestOfEach(latestFirst, ({ day }) => mondayOf(day), weekly),
    ...latestOfEach(latestFirst, ({ day }) => day.slice(0, 7), monthly),
  ])
  return latestFirst.map(({ name }) => name).filter((name) => !kept.has(name))
}

function latestOfEach(latestFirst: Kept[], period: (backup: Kept) => string, periods: number): string[] {
  const latest = new Map<string, string>()
  for (const backup of latestFirst) if (!latest.has(period(backup))) latest.set(period(backup), backup.name)
  return [...latest.values()].slice(0, periods)
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}
