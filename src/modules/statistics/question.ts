/** What a reader asks of a report: a period, read on a day, as it was known on a day. */
export type Asked = { from: string; to: string; on?: string | undefined; knownOn?: string | undefined }

/** The same with every day settled. `until` is the last day of which events count. */
export type SettledDays = { from: string; to: string; on: string; until: string; knownOn: string | null }

export type PeriodObjection = { code: 'period-reversed'; from: string; to: string } | { code: 'day-before-period'; from: string; on: string }

/** Read on the given day; else on the period's last, or today while it runs. Events count from its first day to the day read on. */
export function settle({ from, to, on, knownOn }: Asked, today: string): SettledDays {
  const readOn = on ?? earlier(to, today)
  return { from, to, on: readOn, until: earlier(to, readOn), knownOn: knownOn !== undefined && knownOn < today ? knownOn : null }
}

/** Why the days make no question; empty when they do. */
export function periodObjections({ from, to }: Asked, { on }: SettledDays): PeriodObjection[] {
  if (from > to) return [{ code: 'period-reversed', from, to }]
  return on < from ? [{ code: 'day-before-period', from, on }] : []
}

/** The last instant of a day in Hanoi: what was recorded by then was known on that day. */
export function endOfDayInHanoi(day: string): Date {
  return new Date(`${day}T23:59:59.999+07:00`)
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
