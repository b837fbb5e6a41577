import type { Db } from '#db/connect.ts'
import type { Actor, Scope } from '#server/operations.ts'

/** Whose people are counted: those of the scope, as posts are held on the day. */
export type AskedOfPeople = { on: string; today: string; scope: Scope }
export type Headcount = { own: number; under: number }
export type AgeBand = { from: number; male: number; female: number; unknown: number }
export type Leader = { titleCode: string; personId: string; personName: string; unitId: string; kind: string; since: string | null }

/** What this module asks of the one that keeps people; given by app.ts. */
export type PeopleOfUnits = {
  /** The officials of each unit itself and with all below it, each person once. */
  headcounts: (db: Db, asked: AskedOfPeople) => Promise<Map<string, Headcount>>
  ages: (db: Db, unitIds: string[], asked: AskedOfPeople) => Promise<AgeBand[]>
  leaders: (db: Db, unitIds: string[], asked: AskedOfPeople) => Promise<Leader[]>
  /** Whose names and numbers the caller may see; null when of nobody. */
  scopeOf: (db: Db, caller: { actor: Actor; today: string }) => Promise<Scope | null>
}
