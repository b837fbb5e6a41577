/**
 * The words in which it is written who may do what (`access-oracle.ts`).
 *
 * Roles by their letter: A administrator, O organisation officer, C unit clerk, L leader, M official (own file), S training
 * institution, I inspector, F figures reader. A role is held on a unit and reaches that unit and all below it, or is held on everything.
 */
export type Letter = 'A' | 'O' | 'C' | 'L' | 'M' | 'S' | 'I' | 'F'

export const roleOf: Record<Letter, string> = {
  A: 'administrator',
  O: 'organisation_officer',
  C: 'unit_clerk',
  L: 'leader',
  M: 'official',
  S: 'school',
  I: 'inspector',
  F: 'figures_reader',
}

/**
 * What the operation reaches for. A thing of another unit, of another authority or of nobody is *not found*, each in the same way.
 *   own      the caller's own account, session or file: nothing of others can be named
 *   open     nobody's secret: units and their history, whether the log is whole
 *   listed   a list or a number, narrowed to what lies in the scope; it names no thing
 *   whole    for a role held on everything only; else not permitted
 *   other    the thing named must lie in the scope
 *   unit+    the unit named and the person named must both lie in the scope
 */
export type Reach =
  | 'own'
  | 'open'
  | 'listed'
  | 'whole'
  | 'unit'
  | 'person'
  | 'person and unit'
  | 'two persons'
  | 'paper'
  | 'class'
  | 'plan'
  | 'class and unit'
  | 'class and person'
  | 'account'
  | 'run'
  | 'run and unit'
  | 'entry'
  | 'reorganisation'
  | 'submission'

export type Rule = { who: 'everyone' | 'signed in' | readonly Letter[]; reach: Reach }

export const may = (letters: string, reach: Reach): Rule => ({ who: Array.from(letters) as Letter[], reach })
export const everyone: Rule = { who: 'everyone', reach: 'own' }
export const signedIn: Rule = { who: 'signed in', reach: 'own' }
