import { addDays, addMonths, endOfMonth } from '#lib/days.ts'

/** The weeks, Monday to Sunday, that a month ('2026-11') touches. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const last = endOfMonth(first)
  const weeks: string[][] = []
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
  return weeks
}

/** '2026-12' plus one month is '2027-01'. */
export function monthAfter(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7)
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return addDays(day, 1 - weekday)
}
