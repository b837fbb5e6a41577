import type { Language } from '#lib/language.ts'

/** Reads 1.234,5 in Vietnamese and 1,234.5 in English; null when empty, NaN when it is no number. */
export function parseNumber(text: string, language: Language): number | null {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const plain = text.trim().replaceAll(' ', '')
  if (plain === '') return null
  const [whole = '', fraction, ...more] = plain.split(decimal)
  const digits = whole.replaceAll(thousands, '')
  if (more.length > 0 || !/^-?\d+$/.test(digits) || (fraction !== undefined && !/^\d+$/.test(fraction))) return Number.NaN
  return Number(`${digits}.${fraction ?? 0}`)
}
