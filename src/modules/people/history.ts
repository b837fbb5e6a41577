import { columnLabels, sensitiveColumnNames } from './column-labels.ts'
import { factLabels, factSummary, type NameOf, valueText } from './fact-words.ts'
import type { StoredFact, StoredFile } from './stored-fact.ts'
import type { FactsKind, HistoryEntry } from './file.contract.ts'
import { factKinds } from './file-tables.ts'

export type EntryHead = { entryId: string; at: string; actor: string; operation: string; reason: string | null }
type Change = HistoryEntry['changes'][number]

/** What each entry did to the person's facts, latest first: a fact that replaced another is shown before and after. */
export function historyOf(file: StoredFile, heads: EntryHead[], nameOf: NameOf, isOpen: boolean): HistoryEntry[] {
  return heads.map((head) => ({ ...head, changes: factKinds.flatMap((kind) => changesOf(kind, file[kind], head.entryId, nameOf, isOpen)) }))
}

function changesOf(kind: FactsKind, facts: StoredFact[], entryId: string, nameOf: NameOf, isOpen: boolean): Change[] {
  const opened = facts.filter((fact) => fact.entryId === entryId)
  const closed = facts.filter((fact) => fact.closedEntryId === entryId)
  const pairs = closed.map((before) => ({ before, after: takeSuccessor(opened, before) }))
  const changed = pairs.map(({ before, after }) => (after ? corrected(kind, before, after, nameOf, isOpen) : closing(kind, before, nameOf)))
  return [...changed, ...opened.map((fact) => change(kind, fact, 'recorded', null, nameOf))]
}

/** The fact that took the place of the closed one: of its kind and, where there are several, most like it. */
function takeSuccessor(opened: StoredFact[], before: StoredFact): StoredFact | undefined {
  const likest = opened.toSorted((one, other) => differing(before, one).length - differing(before, other).length)[0]
  if (!likest || before.origin.closed?.why === 'withdrawn') return undefined
  opened.splice(opened.indexOf(likest), 1)
  return likest
}

function corrected(kind: FactsKind, before: StoredFact, after: StoredFact, nameOf: NameOf, isOpen: boolean): Change {
  const shown = differing(before, after).filter((column) => isOpen || !sensitiveColumnNames.includes(column))
  const lines = shown.map((column) => ({
    label: columnLabels[column] ?? { vi: column, en: column },
    before: before.fact[column] === null ? null : valueText(kind, column, before.fact, nameOf),
    after: after.fact[column] === null ? null : valueText(kind, column, after.fact, nameOf),
  }))
  return { ...change(kind, after, 'corrected', before.origin.closed?.why ?? null, nameOf), lines }
}

function closing(kind: FactsKind, before: StoredFact, nameOf: NameOf): Change {
  return change(kind, before, 'closed', before.origin.closed?.why ?? null, nameOf)
}

function change(kind: FactsKind, { fact }: StoredFact, done: Change['done'], why: string | null, nameOf: NameOf): Change {
  return { label: factLabels[kind], summary: factSummary(kind, fact, nameOf), done, why, lines: [] }
}

function differing(one: StoredFact, other: StoredFact): string[] {
  return Object.keys(columnLabels).filter((column) => (one.fact[column] ?? null) !== (other.fact[column] ?? null))
}
