import type { PaperFamily } from './paper-data.ts'

/** A number below ten has a zero before it; the State writes '05/QĐ-UBND', the Party '05-QĐ/HU'. */
export function paperCode({ ordinal, family, symbol }: { ordinal: number; family: PaperFamily; symbol: string }): {
  number: string
  code: string
} {
  const number = String(ordinal).padStart(2, '0')
  return { number, code: `${number}${family === 'state' ? '/' : '-'}${symbol}` }
}
