import type { NewClass, NewEnrolment } from '#modules/training/class.sql.ts'
import type { NewRating } from '#modules/evaluation/rating.sql.ts'
import type { NewAssignment, NewMembership } from '#modules/people/assignment.sql.ts'
import type { NewIdentity } from '#modules/people/identity.sql.ts'
import type { NewPerson, Origin, Profile } from '#modules/people/person.sql.ts'
import type { NewQualification } from '#modules/qualifications/qualification.sql.ts'
import type { NewSecondment } from '#modules/movements/secondment.sql.ts'
import type { NewSending } from '#modules/training/sending.sql.ts'
import { monthsFrom, plusDays, plusMonths, workingDay } from './calendar.ts'
import type { ReorganisationSpec } from '#modules/organisation/reorganisation.ts'
import type { Paper } from './papers.ts'
import { yenSonReorganisations } from './yen-son-reorganisations.ts'

/** What is recorded, by its table; units stand in it by their keys until they are written. */
export type Rows = {
  profile: Profile & Origin & { personId: string }
  identity: NewIdentity
  assignment: NewAssignment
  membership: NewMembership
  qualification: NewQualification
  rating: NewRating
  sending: NewSending
  class: NewClass
  enrolment: NewEnrolment
  secondment: NewSecondment
}
export type TableName = keyof Rows
/** A fact and the batch it is recorded in; its id is known once it is written. */
export type Kept<T extends TableName = TableName> = { table: T; row: Rows[T]; batch: number; id?: string }
export type Closing = { kept: Kept; why: 'ended' | 'corrected' }

/** What the office entered in one go, at one instant. */
export type Batch = {
  at: string
  papers: Paper[]
  people: NewPerson[]
  closings: Closing[]
  records: { [T in TableName]: Kept<T>[] }
  corrections: (Profile & { personId: string })[]
  /** Applied first, by its own command; posts from its day on are written after it. */
  reorganisation: ReorganisationSpec | null
  withdrawals: { paper: Paper; on: string; why: string; by: Paper }[]
}

/** The installation was set up at the beginning of 2015: all before is entered at once, from then on month by month. */
export const setUpOn = '2015-01-05'
export const lastMonth = '2026-10-01'

export type Journal = ReturnType<typeof openJournal>

export function openJournal() {
  const batches = [setUpOn, ...monthsFrom('2015-01-01', lastMonth).map((month) => workingDay(plusDays(month, 27)))].map((at) =>
    newBatch(at),
  )
  for (const spec of yenSonReorganisations()) batches.push(newBatch(workingDay(plusDays(spec.on, -1)), spec))
  batches.sort((one, other) => (one.at < other.at ? -1 : 1))
  /** The batch of the first working day on which the day's papers are entered; null when that lies beyond the demo. */
  const batchOf = (day: string): number | null => {
    const found = batches.findIndex(({ at }) => at >= day)
    return found < 0 ? null : found
  }
  const batchAt = (index: number): Batch => batches[index] ?? newBatch('9999-12-31')

  function cite(paper: Paper | null, index: number): void {
    if (!paper || (paper.batch !== null && paper.batch <= index)) return
    paper.batch = index
  }

  /** Enters a fact some months after its day; nothing when the demo ends before. */
  function record<T extends TableName>(
    table: T,
    day: string,
    row: Rows[T],
    { paper = null, late = 0 }: { paper?: Paper | null; late?: number } = {},
  ): Kept<T> | null {
    const index = batchOf(late > 0 ? plusMonths(day, late) : day)
    if (index === null) return null
    cite(paper, index)
    const kept: Kept<T> = { table, row: paper ? { ...row, decisionId: paper.id } : row, batch: index }
    batchAt(index).records[table].push(kept)
    return kept
  }

  /** Writes a fact anew, as it is known from the day on; the paper of the first stays unless another is named. */
  function replace<T extends TableName>(
    kept: Kept<T>,
    day: string,
    change: Partial<Rows[T]>,
    why: Closing['why'] = 'ended',
    paper: Paper | null = null,
  ): Kept<T> {
    const index = batchOf(day)
    if (index === null) return kept
    cite(paper, index)
    const row = { ...kept.row, ...change, ...(paper ? { decisionId: paper.id } : {}) }
    if (index <= kept.batch) return Object.assign(kept, { row })
    batchAt(index).closings.push({ kept, why })
    const next: Kept<T> = { table: kept.table, row, batch: index }
    batchAt(index).records[kept.table].push(next)
    return next
  }

  /** Enters a person with the first of the person's facts. */
  function welcome(day: string, person: NewPerson): void {
    batchAt(batchOf(day) ?? batches.length).people.push(person)
  }

  function withdraw(paper: Paper, on: string, why: string, by: Paper): void {
    const index = batchOf(on)
    if (index === null) return
    cite(by, index)
    batchAt(index).withdrawals.push({ paper, on, why, by })
  }

  /** A paper of which nothing else is entered, such as a retirement: the end of the post stands with the post. */
  function enter(paper: Paper): void {
    const index = batchOf(paper.issuedOn)
    if (index !== null) cite(paper, index)
  }

  function correct(day: string, profile: Profile & { personId: string }): void {
    const index = batchOf(day)
    if (index !== null) batchAt(index).corrections.push(profile)
  }

  return { batches, batchOf, record, replace, welcome, withdraw, enter, correct }
}

function newBatch(at: string, reorganisation: ReorganisationSpec | null = null): Batch {
  return {
    at,
    papers: [],
    people: [],
    closings: [],
    records: {
      profile: [],
      identity: [],
      assignment: [],
      membership: [],
      qualification: [],
      rating: [],
      sending: [],
      class: [],
      enrolment: [],
      secondment: [],
    },
    corrections: [],
    reorganisation,
    withdrawals: [],
  }
}
