import { addMonths, endOfMonth } from '#lib/days.ts'
import type { PartialDate } from '#lib/partial-date.ts'
import type { Citation } from './citation.ts'

type Sex = 'male' | 'female'

/** Retirement age by birth month: of those born from this month on (until the next line's), years and months. */
export type RetirementBand = { bornFrom: string; years: number; months: number; verified: boolean }

export const retirementLaw: Citation = {
  document: 'NĐ 135/2020/NĐ-CP',
  source: 'S91',
  from: '2021-01-01',
  to: null,
  verified: true,
}

/** Those who reached 60 or 55 before 2021 retired under the law before. */
export const retirementBands: Record<Sex, readonly RetirementBand[]> = {
  male: [
    band('0000-01', 60, 0, false),
    band('1961-01', 60, 3),
    band('1961-10', 60, 6),
    band('1962-07', 60, 9),
    band('1963-04', 61, 0),
    band('1964-01', 61, 3),
    band('1964-10', 61, 6),
    band('1965-07', 61, 9),
    band('1966-04', 62, 0),
  ],
  female: [
    band('0000-01', 55, 0, false),
    band('1966-01', 55, 4),
    band('1966-09', 55, 8),
    band('1967-05', 56, 0),
    band('1968-01', 56, 4),
    band('1968-09', 56, 8),
    // The decree's own annex may still have 5/1969 at 56 years 8 months: not checked against the original.
    band('1969-05', 57, 0, false),
    band('1969-06', 57, 0),
    band('1970-01', 57, 4),
    band('1970-09', 57, 8),
    band('1971-05', 58, 0),
    band('1972-01', 58, 4),
    band('1972-09', 58, 8),
    band('1973-05', 59, 0),
    band('1974-01', 59, 4),
    band('1974-09', 59, 8),
    band('1975-05', 60, 0),
  ],
}

export type Retirement = {
  years: number
  months: number
  /** The month in which the age is full. */
  month: string
  /** The last day of that month; the pension begins the day after. */
  lastDay: string
  /** The birth date lacks its month: taken as January, as the decree does. */
  isApproximate: boolean
  verified: boolean
}

/** The age at which one born in this month retires under normal conditions. */
export function retirementAge(birth: PartialDate, sex: Sex): RetirementBand {
  const born = monthOf(birth)
  const bands = retirementBands[sex]
  return bands.findLast(({ bornFrom }) => bornFrom <= born) ?? band('0000-01', sex === 'male' ? 60 : 55, 0, false)
}

/** When one retires under normal conditions; earlier or later by decision is the person's own record. */
export function retirementOf(birth: PartialDate, sex: Sex): Retirement {
  const { years, months, verified } = retirementAge(birth, sex)
  const full = addMonths(`${monthOf(birth)}-01`, years * 12 + months)
  return { years, months, month: full.slice(0, 7), lastDay: endOfMonth(full), isApproximate: birth.m === undefined, verified }
}

/** The month of retirement, 'YYYY-MM'. */
export function retirementMonth(birth: PartialDate, sex: Sex): string {
  return retirementOf(birth, sex).month
}

/** Months of service left on a day, by months alone: no day arithmetic (S41). Negative after retirement. */
export function monthsToRetirement(birth: PartialDate, sex: Sex, day: string): number {
  return monthNumber(retirementMonth(birth, sex)) - monthNumber(day.slice(0, 7))
}

function monthOf(birth: PartialDate): string {
  return `${String(birth.y).padStart(4, '0')}-${String(birth.m ?? 1).padStart(2, '0')}`
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}

function band(bornFrom: string, years: number, months: number, verified = true): RetirementBand {
  return { bornFrom, years, months, verified }
}
