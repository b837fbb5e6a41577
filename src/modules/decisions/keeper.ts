import type { Db, Tx } from '#db/connect.ts'

/** One fact as the register of papers and the imports show it. */
export type FactSummary = {
  id: string
  personId: string | null
  personName: string | null
  /** What the fact says, in a few words: 'Trung cấp lý luận chính trị, cử 12/09/2018'. */
  what: { vi: string; en: string }
  held: { from: string | null; to: string | null }
  /** 'withdrawn', 'corrected', 'undone', 'ended'; null while it is known. */
  closedWhy: string | null
}

/** What a module that keeps facts offers to those below it in the order of modules: papers withdraw facts, imports take them back. */
export type FactKeeper = {
  table: string
  label: { vi: string; en: string }
  /** The facts that cite the paper, known ones first. */
  ofDecision: (db: Db, decisionId: string) => Promise<FactSummary[]>
  /** The ids of the facts of an import that are still known. */
  ofRun: (db: Db, runId: string) => Promise<string[]>
  /** Facts from elsewhere that rest on what the import brought: on its persons, classes or papers. */
  builtOn: (db: Db, runId: string) => Promise<FactSummary[]>
  /** Ends what is known of the facts; the owner's own way of closing. */
  close: (tx: Tx, ids: string[], why: string) => Promise<number>
}
