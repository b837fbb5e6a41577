import { daysInMonth, type PartialDate, highDay, lowDay } from './partial-date.ts'

/** Days are local dates, 'YYYY-MM-DD'; they compare as texts do. Years that no paper here can have are slips of the pen. */
export function isDay(text: string): boolean {
  return /^(19\d\d|20\d\d|2100)-\d{2}-\d{2}$/.test(text) && textOf(timeOf(text)) === text
}

export function addDays(day: string, days: number): string {
  return textOf(timeOf(day) + days * dayLong)
}

/** 31 January plus one month is the last day of February. */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = partsOf(day)
  const monthsFromZero = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(monthsFromZero / 12), (monthsFromZero % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

export function addYears(day: string, years: number): string {
  return addMonths(day, years * 12)
}

export function daysBetween(from: string, to: string): number {
  return (timeOf(to) - timeOf(from)) / dayLong
}

/** Whole months from one day to another; negative when the other is earlier. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return 0 - monthsBetween(to, from)
  const [start, end] = [partsOf(from), partsOf(to)]
  return (end.year - start.year) * 12 + end.month - start.month - (end.date < start.date ? 1 : 0)
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
  return textOf(instant.getTime() + hanoiAheadOfUtc)
}

/** The last instant of a day in Hanoi: what was recorded by then was known on that day. */
export function endOfDayInHanoi(day: string): Date {
  return new Date(`${day}T23:59:59.999+07:00`)
}

/** 2018-09-12 as 12/09/2018, in both languages. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** The last day of the month a day is in. */
export function endOfMonth(day: string): string {
  const { year, month } = partsOf(day)
  return dayOf(year, month, daysInMonth(year, month))
}

function yearsBetween(from: string, to: string): number {
  return Math.trunc(monthsBetween(from, to) / 12)
}

// Plain arithmetic, not a Temporal polyfill: that is 19 kB on nearly every page.
const dayLong = 24 * 60 * 60 * 1000
// Vietnam has no summer time; instants of this product are all later than the last change of 1975.
const hanoiAheadOfUtc = 7 * 60 * 60 * 1000

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function textOf(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}

function partsOf(day: string): { year: number; month: number; date: number } {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number)
  return { year, month, date }
}

function dayOf(year: number, month: number, date: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
}
