import { sql, type RawBuilder } from 'kysely'
import { copyFacts } from '#db/amend.ts'
import type { Tx } from '#db/connect.ts'
import { closeFacts, period } from '#db/facts.ts'
import { replaceFacts, type FactColumns } from '#modules/people/fact.sql.ts'
import { writeAbandoned, writeFinished, type Course } from './qualify.sql.ts'
import { lockSendings } from './result.sql.ts'
import { outcomeOf, type ResultState } from './result.ts'

/** Why a result closed the state before it; what was closed so comes back when the result is taken back. */
const byResult = 'completed'

export type Marked = { enrolment: FactColumns; state: ResultState; grade: string | null; certificate: string | null }
export type ResultsGiven = {
  classId: string
  kind: string
  mode: string | null
  institution: string | null
  fieldText: string | null
  on: string
  level: string | null
  language: string | null
  expiresOn: string | null
  why: string | null
  decisionId: string | null
}

/** Writes the results, the outcomes of the sendings and what they say of qualifications; tells how many were gained. */
export async function writeResults(tx: Tx, given: ResultsGiven, marked: readonly Marked[]): Promise<number> {
  const { classId, on, decisionId } = given
  const sendings = await lockSendings(
    tx,
    classId,
    marked.map(({ enrolment }) => enrolment.person_id),
  )
  const sendingOf = (personId: string) => sendings.find((sending) => sending.person_id === personId)
  const outcomes = marked.flatMap(({ enrolment, state }) => {
    const fact = sendingOf(enrolment.person_id)
    const outcome = outcomeOf[state]
    return fact && outcome && fact['outcome'] === null ? [{ fact, change: outcomeChange(fact, outcome, on) }] : []
  })
  const newIds = await replaceFacts(tx, 'training.sending', outcomes, byResult)
  await replaceFacts(
    tx,
    'training.enrolment',
    marked.map(({ enrolment, state, grade, certificate }) => {
      const at = outcomes.findIndex(({ fact }) => fact.person_id === enrolment.person_id)
      return {
        fact: enrolment,
        change: {
          state,
          state_on: on,
          state_why: given.why,
          result: grade,
          certificate,
          ...(at >= 0 ? { sending_id: newIds[at] } : {}),
          decision_id: decisionId ?? enrolment['decision_id'],
        },
      }
    }),
    byResult,
  )
  const courseOf = (enrolment: FactColumns): Course => ({
    kind: given.kind,
    mode: given.mode,
    institution: given.institution,
    decisionId: textOf(sendingOf(enrolment.person_id)?.['decision_id']) ?? textOf(enrolment['decision_id']),
    classId,
  })
  await writeAbandoned(
    tx,
    on,
    marked
      .filter(({ state }) => state === 'failed' || state === 'withdrawn')
      .map(({ enrolment }) => ({ personId: enrolment.person_id, course: courseOf(enrolment), level: given.level, decisionId })),
  )
  const gained = await writeFinished(
    tx,
    on,
    marked
      .filter(({ state }) => state === 'completed')
      .map(({ enrolment, grade, certificate }) => ({
        personId: enrolment.person_id,
        course: courseOf(enrolment),
        written: {
          level: given.level,
          language: given.language,
          fieldText: given.fieldText,
          result: grade,
          certificate,
          expiresOn: given.expiresOn,
          decisionId,
        },
      })),
  )
  return gained.length
}

/** Takes results back with all that they wrote, as if they had not been given; the trainees are again as they were before. */
export async function takeBackResults(
  tx: Tx,
  enrolments: readonly FactColumns[],
  why: 'corrected' | 'withdrawn' | 'retracted',
): Promise<void> {
  if (enrolments.length === 0) return
  const given = sql`unnest(${enrolments.map((one) => one.person_id)}::uuid[], ${enrolments.map((one) => one['entry_id'])}::uuid[],
    ${enrolments.map((one) => one['class_id'])}::uuid[]) g(person_id, entry_id, class_id)`
  const isTheirs = (entry: 'entry_id' | 'closed_entry_id') =>
    sql<boolean>`exists (select from ${given} where g.person_id = f.person_id and g.entry_id = f.${sql.ref(entry)})`
  const isOfClass = sql<boolean>`exists (select from ${given} where g.person_id = f.person_id and g.class_id = f.class_id)`

  // A certificate's number may have come into the qualification since: the class tells it all the same.
  await closeWhere(tx, 'qualifications.qualification', sql<boolean>`f.state <> 'studying' and ${isOfClass}`, why)
  await closeWhere(tx, 'qualifications.qualification', sql<boolean>`f.state = 'studying' and ${isTheirs('entry_id')}`, why)
  await copyFacts(
    tx,
    'qualifications.qualification',
    sql<boolean>`f.state = 'studying' and f.closed_why = 'ended' and ${isTheirs('closed_entry_id')}`,
    same,
  )
  await closeWhere(tx, 'training.certificate', isOfClass, why)
  for (const table of ['training.sending', 'training.enrolment']) {
    await closeWhere(tx, table, isTheirs('entry_id'), why)
    await copyFacts(tx, table, sql<boolean>`f.closed_why = ${byResult} and ${isTheirs('closed_entry_id')}`, same)
  }
}

/**
 * Closes trainees' places in classes with what their results wrote. Only the paper of a result withdrawn leaves the trainee in
 * the class, as before the result.
 */
export async function closeEnrolments(tx: Tx, ids: string[], why: string): Promise<number> {
  if (why !== 'withdrawn' && why !== 'retracted') return closeFacts(tx, 'training.enrolment', ids, why)
  const { rows } = await sql<{ fact: FactColumns; stays: boolean }>`
    select to_jsonb(e) - 'scope' as fact, exists (
      select from training.enrolment b
      where b.person_id = e.person_id and b.class_id = e.class_id and b.closed_entry_id = e.entry_id and b.closed_why = ${byResult}
        and b.decision_id is distinct from e.decision_id) as stays
    from training.enrolment e where e.id = any(${ids}::uuid[]) and upper_inf(e.recorded) and e.state <> 'enrolled'`.execute(tx)
  const results = rows.filter(({ stays }) => why === 'retracted' || stays).map(({ fact }) => fact)
  await takeBackResults(tx, results, why)
  const left = why === 'retracted' ? await placesOf(tx, results) : []
  return results.length + (await closeFacts(tx, 'training.enrolment', [...ids, ...left], why))
}

async function placesOf(tx: Tx, of: readonly FactColumns[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from training.enrolment e
    join unnest(${of.map((one) => one.person_id)}::uuid[], ${of.map((one) => one['class_id'])}::uuid[]) g(person_id, class_id)
      on g.person_id = e.person_id and g.class_id = e.class_id
    where upper_inf(e.recorded)`.execute(tx)
  return rows.map(({ id }) => id)
}

const same = sql`'{}'::jsonb`

async function closeWhere(tx: Tx, table: string, which: RawBuilder<boolean>, why: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select f.id from ${sql.table(table)} f where upper_inf(f.recorded) and ${which}`.execute(tx)
  await closeFacts(
    tx,
    table,
    rows.map(({ id }) => id),
    why,
  )
}

function outcomeChange(sending: FactColumns, outcome: string, on: string): Record<string, unknown> {
  const sentOn = String(sending['sent_on'])
  return { outcome, outcome_on: on, held: period(sentOn, on > sentOn ? on : null) }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
