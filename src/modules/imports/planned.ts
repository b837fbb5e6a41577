import type { NewDecision } from '#modules/decisions/decision.sql.ts'
import type { NewAssignment, NewMembership } from '#modules/people/assignment.sql.ts'
import type { NewIdentity } from '#modules/people/identity.sql.ts'
import type { NewPerson } from '#modules/people/person.sql.ts'
import type { NewQualification } from '#modules/qualifications/qualification.sql.ts'
import type { NewClass, NewEnrolment } from '#modules/training/class.sql.ts'
import type { NewSending } from '#modules/training/sending.sql.ts'
import type { Candidate, FieldName, Place, Warning, Why } from './candidate.ts'

export type RowState = 'new' | 'same' | 'changed' | 'duplicate' | 'refused' | 'left_out'

/** One field that the row would change, as the screen shows it; `before` is null where nothing was known. */
export type FieldChange = { field: string; before: string | null; after: string }

/** Why a row cannot become facts, beyond what the reading itself refuses. */
export type RowWhy =
  | Why
  | { code: 'unit-missing' }
  | { code: 'unit-unknown'; text: string; nearest: string[] }
  | { code: 'unit-ambiguous'; text: string; candidates: string[] }
  | { code: 'id-elsewhere' }
  | { code: 'id-twice-in-file'; otherRow: number }
  | { code: 'training-kind-unknown'; text: string }
  | { code: 'date-after-today'; text: string }
  | { code: 'decision-withdrawn'; text: string }
  | { code: 'class-refused' }

export type RowRefusal = Place & { why: RowWhy }

/** Somebody the row may mean, and what the row would be if it did. `isWeak`: alike by name and year only, listed and never taken. */
export type Option = {
  personId: string
  name: string
  birth: string | null
  unit: string | null
  post: string | null
  isWeak: boolean
  state: RowState
  changes: FieldChange[]
}

export type AskWhy = 'alike' | 'name-and-birth' | 'several' | 'elsewhere' | 'id-but-other-person' | 'twice-in-file'

/** What applying the row writes, through the modules that own the tables. */
export type Writes = {
  person?: NewPerson
  close?: { table: string; id: string }[]
  profile?: NewPerson & { personId: string }
  identities?: NewIdentity[]
  assignments?: NewAssignment[]
  memberships?: NewMembership[]
  qualifications?: NewQualification[]
  sendings?: NewSending[]
  class?: NewClass & { classId: string }
  enrolments?: NewEnrolment[]
  decision?: NewDecision & { id: string }
}

export type Planned = {
  candidate: Candidate
  state: RowState
  personId: string | null
  changes: FieldChange[]
  options: Option[]
  askWhy?: AskWhy
  /** The row of the same file that says the same. */
  twinRow?: number
  refusals: RowRefusal[]
  notes: Warning[]
  leftOutWhy?: string
  writes: Writes
}

/** What the user decided of a row. */
export type Choice = { choice: 'new' } | { choice: 'person'; personId: string } | { choice: 'left-out'; reason: string }

export function rowKey(place: { sheet: string; row: number }): string {
  return `${place.sheet}\u001f${place.row}`
}

/** Where a field stands, for a refusal about it; the first column when it came from elsewhere. */
export function placeOf(candidate: Candidate, field: FieldName): Place {
  // What is missing stands where the reading missed it.
  const place = candidate.fields[field]?.place ?? candidate.warnings.find((warning) => warning.field === field)?.place
  return {
    sheet: candidate.sheet,
    row: candidate.row,
    column: place && place.row === candidate.row ? place.column : (place?.column ?? 'A'),
  }
}
