import type { Db, Tx } from '#db/connect.ts'
import type { Bilingual } from '#lib/language.ts'

/** A fact as a list of consequences shows it: whose, what, since when it is known. */
export type KeptFact = {
  table: string
  id: string
  /** Null for a fact about no person, such as a class. */
  personId: string | null
  personName: string | null
  summary: Bilingual
  /** The summary is told of those only whom one sees closely; of others the table's name is enough. */
  isGuarded: boolean
  from: string | null
  /** The first day on which it no longer holds. */
  to: string | null
  recordedAt: Date
}

type Listed = (db: Db, id: string, limit?: number) => Promise<KeptFact[]>
type Ids = (db: Db, id: string) => Promise<string[]>

/**
 * What a module can say and do about one of its fact tables when a paper is withdrawn or an import undone.
 * `of…` lists facts known now; what was corrected since is in `builtOn`.
 */
export type FactKeeper = {
  table: string
  label: Bilingual
  /** Whether every row names a person in `person_id`. */
  hasPerson: boolean
  ofDecision: Listed
  /** Facts that went with the paper when it was withdrawn. */
  withdrawnOf: Listed
  ofRun: Listed
  /** Facts of others about the run's persons, classes and papers, and corrections of the run's facts: why it may not be undone. */
  builtOn: Listed
  idsOfDecision: Ids
  idsOfRun: Ids
  close: (tx: Tx, ids: string[], why: string) => Promise<number>
  /** Records anew what that entry closed: undoing an import gives back the facts it had replaced. */
  restore: (tx: Tx, entryId: string) => Promise<number>
}
