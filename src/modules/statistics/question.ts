export type Period = { from: string; to: string }

/** What a reader asks of a report: a period, read on a day, as it was known on a day. */
export type Asked = Period & { on?: string | undefined; knownOn?: string | undefined }

/** The same with every day settled. `until` is the last day of which events count. */
export type SettledDays = { from: string; to: string; on: string; until: string; knownOn: string | null }

export type PeriodObjection =
  | { code: 'period-reversed'; from: string; to: string }
  | { code: 'day-before-period'; from: string; on: string }

/** Read on the given day; else on the period's last, or today while it runs. Events count from its first day to the day read on. */
export function settle({ from, to, on, knownOn }: Asked, today: string): SettledDays {
  const readOn = on ?? earlier(to, today)
  return { from, to, on: readOn, until: earlier(to, readOn), knownOn: knownOn !== undefined && knownOn < today ? knownOn : null }
}

/** Why the days make no question; empty when they do. */
export function periodObjections({ from, to }: Period, { on }: SettledDays): PeriodObjection[] {
  if (from > to) return [{ code: 'period-reversed', from, to }]
  return on < from ? [{ code: 'day-before-period', from, on }] : []
}

/** The term that the account is given of where none is named: the last of five years complete by the day, such as 2015–2020. */
export function lastTerm(day: string): Period {
  const year = Number(day.slice(0, 4)) + (day.slice(5) === '12-31' ? 1 : 0)
  const last = Math.floor((year - firstTermYear - 1) / termYears) * termYears + firstTermYear
  return { from: `${last - termYears}-01-01`, to: `${last}-12-31` }
}

// Congress terms: 2015–2020, 2020–2025; a term's last year is the next one's first.
const firstTermYear = 2015
const termYears = 5

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
