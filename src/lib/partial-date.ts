/** A date as personal records know it: a year, a month of a year, or a day. */
export type PartialDate = { y: number; m?: number; d?: number }

export type Precision = 'year' | 'month' | 'day'

const firstYear = 1900
const lastYear = 2100

export function precisionOf(date: PartialDate): Precision {
  if (date.m === undefined) return 'year'
  return date.d === undefined ? 'month' : 'day'
}

/** The date of these numbers, or null when there is no such day. */
export function partialDate(y: number, m?: number, d?: number): PartialDate | null {
  if (!Number.isInteger(y) || y < firstYear || y > lastYear) return null
  if (m === undefined) return { y }
  if (!Number.isInteger(m) || m < 1 || m > 12) return null
  if (d === undefined) return { y, m }
  if (!Number.isInteger(d) || d < 1 || d > daysInMonth(y, m)) return null
  return { y, m, d }
}

/** '1975', '1975-05' or '1975-05-19': how it is stored. */
export function toIso(date: PartialDate): string {
  return [String(date.y).padStart(4, '0'), date.m, date.d]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** The stored text back; null when it is none. */
export function fromIso(text: string): PartialDate | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (found === null) return null
  return partialDate(Number(found[1]), numberOf(found[2]), numberOf(found[3]))
}

/** The first day the date can mean. */
export function lowDay(date: PartialDate): string {
  return toIso({ y: date.y, m: date.m ?? 1, d: date.d ?? 1 })
}

/** The last day the date can mean. */
export function highDay(date: PartialDate): string {
  const m = date.m ?? 12
  return toIso({ y: date.y, m, d: date.d ?? daysInMonth(date.y, m) })
}

/** 19/05/1975, 05/1975 or 1975, the same in both languages. */
export function formatPartialDate(date: PartialDate): string {
  return [date.d, date.m]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .concat(String(date.y))
    .join('/')
}

/** The order of dates by the first day each can mean; the vaguer of two that begin together comes first. */
export function comparePartialDates(one: PartialDate, other: PartialDate): number {
  return toIso(one) < toIso(other) ? -1 : toIso(one) > toIso(other) ? 1 : 0
}

/** Whether two dates can be the same day: 1975 and 19/05/1975 can. */
export function canBeSameDate(one: PartialDate, other: PartialDate): boolean {
  return lowDay(one) <= highDay(other) && lowDay(other) <= highDay(one)
}

export function daysInMonth(y: number, m: number): number {
  return new Date(Date.UTC(y, m, 0)).getUTCDate()
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
