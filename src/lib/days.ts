import { Temporal } from 'temporal-polyfill'
import { type PartialDate, highDay, lowDay } from './partial-date.ts'

/** Days are local dates, 'YYYY-MM-DD'; they compare as texts do. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** 31 January plus one month is the last day of February. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

export function addYears(day: string, years: number): string {
  return addMonths(day, years * 12)
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}

/** Whole months from one day to another; negative when the other is earlier. */
export function monthsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' }).months
}

/** Completed years on a day; from a year or month only, the least the person can be and the most. */
export function ageOn(birth: PartialDate, day: string): { least: number; most: number } {
  return { least: yearsBetween(highDay(birth), day), most: yearsBetween(lowDay(birth), day) }
}

/** The age to show: '41', or '≈41' when the birth date does not say. */
export function ageText(birth: PartialDate, day: string): string {
  const { least, most } = ageOn(birth, day)
  return least === most ? String(most) : `≈${most}`
}

/** The day it is in Hanoi at an instant: decisions have local dates, never instants. */
export function dayInHanoi(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
    .toString()
}

/** 2018-09-12 as 12/09/2018, in both languages. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

export function firstOfYear(year: number): string {
  return `${year}-01-01`
}

/** The last day of the month a day is in. */
export function endOfMonth(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.with({ day: date.daysInMonth }).toString()
}

function yearsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'year' }).years
}
