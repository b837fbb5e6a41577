import { fold } from '#lib/vietnamese-names.ts'

/** A paper's code without the marks that writers vary: '215 - QĐ/HU' and '215-QD/hu' are one. */
export function codeKey(code: string): string {
  return fold(code).replaceAll(/\s/g, '').replace(/^so:?/, '').replace(/^0+(?=\d)/, '')
}

/** The number and the symbol of '215-QĐ/HU' (Party) or '15/QĐ-UBND' (State). */
export function partsOfCode(code: string): { number: string; symbol: string } {
  const parts = /^\s*(\d+[a-z]?)\s*[-/]\s*(.+?)\s*$/iu.exec(code)
  return { number: parts?.[1] ?? '', symbol: parts?.[2] ?? code.trim() }
}
