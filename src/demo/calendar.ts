/** Days as texts, quickly: the demo handles hundreds of thousands of them. */
export function dayOf(year: number, month: number, date: number): string {
  return `${year}-${two(month)}-${two(date)}`
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

export function monthOf(day: string): number {
  return Number(day.slice(5, 7))
}

export function dateOf(day: string): number {
  return Number(day.slice(8, 10))
}

/** Whole months from year 0: what two days are compared by. */
export function monthNumber(day: string): number {
  return yearOf(day) * 12 + monthOf(day) - 1
}

/** The same date so many months later; the 29th to 31st become the 28th. */
export function plusMonths(day: string, months: number): string {
  const number = monthNumber(day) + months
  return dayOf(Math.floor(number / 12), (number % 12) + 1, Math.min(dateOf(day), 28))
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day) + days)).toISOString().slice(0, 10)
}

/** The working day on it or the nearest before. */
export function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return plusDays(day, weekday === 0 ? -2 : weekday === 6 ? -1 : 0)
}

/** The days of the months from one to another, at that date. */
export function monthsFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = plusMonths(day, 1)) days.push(day)
  return days
}

/** Completed years; enough for people whose day of birth is known. */
export function ageAt(birth: string, day: string): number {
  return yearOf(day) - yearOf(birth) - (day.slice(5) < birth.slice(5, 10) ? 1 : 0)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
