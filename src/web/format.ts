import type { Language } from '#lib/language.ts'
import { useLanguage } from '#web/language.tsx'

/** Writes numbers, days and instants as the reader's language does. */
export function useFormat() {
  return formats[useLanguage().language]
}

export type Format = ReturnType<typeof formatIn>

function formatIn(language: Language) {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return {
    number: (value: number) => whole.format(value),
    /** 0.667 → 66,7%. */
    percent: (value: number) => share.format(value),
    day: formatDay,
    /** `to` is the last day inside the period; null is "still". */
    period: (from: string | null, to: string | null) => `${from ? formatDay(from) : '…'} – ${to ? formatDay(to) : '…'}`,
    instant: formatInstant,
  }
}

/** 1983-05-02 → 02/05/1983, 1983-05 → 05/1983, 1983 → 1983; the same in both languages. */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** An instant as the office's clock shows it: 16:20 23/11/2026. */
export function formatInstant(instant: string | Date): string {
  const part = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}/${part['year']}`
}

/** The day it is in Vietnam now. */
export function todayInVietnam(now = new Date()): string {
  const part = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}`
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

const formats = { vi: formatIn('vi'), en: formatIn('en') }
