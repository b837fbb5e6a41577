import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { NotFound } from '#server/refusal.ts'
import type { Answers } from './feedback.ts'

export type Asked = {
  classId: string
  title: string
  openedOn: string
  code: string | null
  until: string | null
  learners: number
  answers: number
}

// No sign that is read as another.
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'

export function newFeedbackCode(): string {
  return Array.from({ length: 10 }, () => signs.charAt(randomInt(signs.length))).join('')
}

/** The class that the code was given out for; an unknown one is not found. */
export async function classOfCode(db: Db, code: string): Promise<Asked> {
  const { rows } = await sql<{ classId: string }>`
    select class_id as "classId" from training.class where feedback_code = ${code}`.execute(db)
  if (!rows[0]) throw new NotFound()
  return askedOf(db, rows[0].classId)
}

export async function askedOf(db: Db, classId: string): Promise<Asked> {
  const { rows } = await sql<Asked>`
    select t.class_id as "classId", c.title, lower(c.held) as "openedOn", t.feedback_code as code, t.feedback_until as until,
      coalesce(c.head_count, (select count(*)::int from training.enrolment e where e.class_id = t.class_id and upper_inf(e.recorded))) as learners,
      (select count(*)::int from training.feedback f where f.class_id = t.class_id) as answers
    from training.class t join training.class_version c on c.class_id = t.class_id and upper_inf(c.recorded)
    where t.class_id = ${classId}::uuid`.execute(db)
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

/** Two answers at once are counted one after the other. */
export async function lockFeedback(tx: Tx, classId: string): Promise<void> {
  await sql`select from training.class where class_id = ${classId}::uuid for update`.execute(tx)
}

export async function setFeedback(tx: Tx, before: Asked, given: { code: string; until: string }): Promise<void> {
  await sql`
    update training.class set feedback_code = ${given.code}, feedback_until = ${given.until}::date where class_id = ${before.classId}::uuid`.execute(
    tx,
  )
  noteChange(tx, { table: 'training.class', done: 'changed', count: 1, before: [{ until: before.until }], after: [{ until: given.until }] })
}

export async function addFeedback(tx: Tx, classId: string, given: { answers: Answers; comment: string | null }): Promise<void> {
  const { now, entryId } = recordOf(tx)
  await sql`
    insert into training.feedback (class_id, answers, comment, given_at, entry_id)
    values (${classId}::uuid, ${JSON.stringify(given.answers)}::jsonb, ${given.comment}, ${now}, ${entryId}::uuid)`.execute(tx)
  noteChange(tx, { table: 'training.feedback', done: 'recorded', count: 1 })
}

/** What was answered, in no order that tells when. */
export async function answersOf(db: Db, classId: string): Promise<{ answers: Answers; comment: string | null }[]> {
  const { rows } = await sql<{ answers: Answers; comment: string | null }>`
    select answers, comment from training.feedback where class_id = ${classId}::uuid order by md5(coalesce(comment, '')), feedback_id`.execute(
    db,
  )
  return rows
}
