/** Where a rule stands and when it was in force: `[from, to)`. `verified` false is shown as 'not checked against the original'. */
export type Citation = {
  document: string
  article?: string
  /** Key of the source list, such as 'S4'; null when only from memory. */
  source: string | null
  from: string
  to: string | null
  verified: boolean
}

/** The one that was in force on a day; the law of the act is the law of its day. */
export function inForceOn<C extends { from: string | null; to: string | null }>(dated: readonly C[], day: string): C | undefined {
  return dated.find((one) => isInForce(one, day))
}

export function isInForce(one: { from: string | null; to: string | null }, day: string): boolean {
  return (one.from === null || one.from <= day) && (one.to === null || day < one.to)
}
