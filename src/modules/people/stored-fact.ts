import type { FactOrigin, FactsKind } from './file.contract.ts'

/** A fact as stored, its period as days, where it comes from, and whether it was still held true at the instant asked. */
export type StoredFact = {
  fact: Record<string, unknown>
  from: string | null
  to: string | null
  isKnown: boolean
  origin: FactOrigin
  entryId: string
  closedEntryId: string | null
}

export type StoredFile = Record<FactsKind, StoredFact[]>
