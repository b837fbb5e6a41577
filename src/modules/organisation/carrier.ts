import type { Db, Tx } from '#db/connect.ts'
import type { Bilingual } from '#lib/language.ts'

/** What a reorganisation does to those who serve or belong in its units. */
export type Passing = { on: string; ends: string[]; passages: { from: string; to: string }[]; decisionId: string | null }

/**
 * 'carried' goes on in the successor with the same title; 'post-ended' where the law knows the title no more;
 * 'no-successor' where the unit does not pass whole into another: nobody is carried without a decision.
 */
export type Outcome = 'carried' | 'post-ended' | 'no-successor'
export type Touched = {
  personId: string
  personName: string
  title: string
  tie: 'post' | 'membership'
  fromUnitId: string
  toUnitId: string | null
  outcome: Outcome
}

/** What a module that ties people to units does when units pass into others; given to this module by app.ts. */
export type Carrier = {
  /** The fact tables it writes. */
  tables: string[]
  touched: (db: Db, passing: Passing) => Promise<Touched[]>
  carry: (tx: Tx, passing: Passing) => Promise<void>
  /** Takes back what the entry carried and gives back what it ended. */
  reverse: (tx: Tx, entryId: string) => Promise<void>
}

/** A table of facts that speak of units: why a reorganisation may not be reversed any more. */
export type UnitUse = { table: string; column: string; label: Bilingual }
