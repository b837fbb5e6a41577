import type { Language } from './language.ts'

const locale = { vi: 'vi-VN', en: 'en-GB' } satisfies Record<Language, string>

/** 1.234 in Vietnamese, 1,234 in English. */
export function numberText(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

/** '66,7%' or '66.7%', one decimal; a share of nothing is '–'. */
export function percentText(part: number, whole: number, language: Language): string {
  if (whole === 0) return '–'
  return `${numberText((part / whole) * 100, language, 1)}%`
}

/** Shares to show that add up to 100.0: largest remainder, for display only. */
export function sharesOfHundred(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  if (whole === 0) return parts.map(() => 0)
  const exact = parts.map((part) => (part / whole) * 1000)
  const floors = exact.map(Math.floor)
  const missing = 1000 - floors.reduce((sum, floor) => sum + floor, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index))
  return floors.map((floor, index) => (floor + (raised.has(index) ? 1 : 0)) / 10)
}

/** How the papers put a large number: 2001 is 'trên 2.000', 38 120 'trên 38.000'; an exact round number stays. */
export function overText(value: number, language: Language): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1)
  const rounded = Math.floor(value / step) * step
  if (rounded === value) return numberText(value, language)
  return `${language === 'vi' ? 'trên' : 'over'} ${numberText(rounded, language)}`
}
