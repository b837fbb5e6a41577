import { fold } from '#lib/vietnamese-names.ts'

/** A paper's code without the marks that writers vary: '215 - QĐ/HU' and '215-QD/hu' are one. */
export function codeKey(code: string): string {
  return fold(code)
    .replaceAll(/\s/g, '')
    .replace(/^so:?/, '')
    .replace(/^0+(?=\d)/, '')
}

/** The number and the symbol of '215-QĐ/HU' (Party) or '15/QĐ-UBND' (State). */
export function partsOfCode(code: string): { number: string; symbol: string } {
  const parts = /^\s*(\d+[a-z]?)\s*[-/]\s*(.+?)\s*$/iu.exec(code)
  return { number: parts?.[1] ?? '', symbol: parts?.[2] ?? code.trim() }
}

export type WithdrawalObjection = {
  code: 'already-withdrawn' | 'withdrawn-before-issue' | 'withdrawn-in-future' | 'withdrawn-by-itself' | 'withdrawn-by-earlier'
  on?: string
}

/** Why the paper may not be withdrawn so; empty when it may. */
export function withdrawalObjections(
  decision: { id: string; issuedOn: string; withdrawnOn: string | null },
  act: { on: string; by: { id: string; issuedOn: string } | null },
  today: string,
): WithdrawalObjection[] {
  const objections: WithdrawalObjection[] = []
  if (decision.withdrawnOn) objections.push({ code: 'already-withdrawn', on: decision.withdrawnOn })
  if (act.on < decision.issuedOn) objections.push({ code: 'withdrawn-before-issue', on: decision.issuedOn })
  if (act.on > today) objections.push({ code: 'withdrawn-in-future', on: today })
  if (act.by?.id === decision.id) objections.push({ code: 'withdrawn-by-itself' })
  if (act.by && act.by.issuedOn < decision.issuedOn) objections.push({ code: 'withdrawn-by-earlier', on: act.by.issuedOn })
  return objections
}
