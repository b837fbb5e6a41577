import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { addDays } from '#lib/days.ts'
import { newId } from '#lib/id.ts'
import type { Scope } from '#server/operations.ts'
import type { FormAnswer } from './form.contract.ts'
import type { FormDefinition, Slice } from './form.ts'
import { compileClassRows, placedTimes, type ClassRow } from './form-compile.sql.ts'
import type { FoundQuestion } from './review.sql.ts'
import type { Submitted } from './submission.contract.ts'

/** What is kept of the form itself, beside the people behind its cells. */
export type Frozen = { answer: Omit<FormAnswer, 'isProtected'>; classes: ClassRow[] }
export type Submission = Submitted & { frozen: Frozen; knownAt: Date }

/** Keeps the form as it stands, with everybody whom one of its cells counted. */
export async function freeze(
  tx: Tx,
  form: FormDefinition,
  { unit, days, question }: FoundQuestion,
  given: { answer: Frozen['answer']; by: string; note: string | null },
): Promise<string> {
  const { now, entryId } = recordOf(tx)
  const submissionId = newId(now.getTime())
  const { rows: classes } = await compileClassRows(form, question, given.answer.basis).execute(tx)
  const frozen: Frozen = { answer: given.answer, classes }
  await sql`
    insert into statistics.submission (submission_id, form, unit_id, from_day, to_day, on_day, known_at, submitted_at, submitted_by, note, cells, entry_id)
    values (${submissionId}::uuid, ${form.form}, ${unit.unitId}::uuid, ${days.from}::date, ${addDays(days.to, 1)}::date, ${days.on}::date,
      ${question.knownAt ?? now}, ${now}, ${given.by}, ${given.note}, ${JSON.stringify(frozen)}::jsonb, ${entryId}::uuid)`.execute(tx)
  const { numAffectedRows } = await sql`
    ${placedTimes(form, question, given.answer.basis)}
    insert into statistics.submission_person (person_id, submission_id, row_key, fact_id, detail, scope, entry_id)
    select placed.person_id, ${submissionId}::uuid, programme, fact_id, jsonb_build_object(
      'audience', audience, 'traits', array_remove(array[case when leader then 'leader' end, case when women then 'women' end, case when minority then 'minority' end], null),
      'kind', kind, 'level', level, 'at', at_day, 'from', from_day, 'to', to_day, 'unit', unit_id, 'title', title_text, 'decision', decision_id,
      'class', class_id, 'latest', is_latest, 'times', times_of_person), p.scope, ${entryId}::uuid
    from placed join people.person p on p.person_id = placed.person_id`.execute(tx)
  noteChange(tx, { table: 'statistics.submission', done: 'recorded', count: 1, after: [{ form: form.form, unit: unit.unitId, ...days }] })
  noteChange(tx, { table: 'statistics.submission_person', done: 'recorded', count: Number(numAffectedRows ?? 0) })
  return submissionId
}

type Row = {
  submission_id: string
  form: string
  unit_id: string
  vi: string
  en: string
  from_day: string
  to_day: string
  on_day: string
  known_at: Date
  submitted_at: Date
  submitted_by: string
  note: string | null
}

const columns = sql`s.submission_id, s.form, s.unit_id, u.name_vi as vi, u.name_en as en, s.from_day, s.to_day, s.on_day, s.known_at, s.submitted_at,
  s.submitted_by, s.note`
const named = sql`statistics.submission s cross join lateral (
  select v.name_vi, v.name_en from organisation.unit_version v
  where v.unit_id = s.unit_id and upper_inf(v.recorded) order by v.held @> s.on_day desc, lower(v.held) desc limit 1) u`

/** Of the units in scope, the newest first. */
export async function submissionsOf(
  db: Db,
  asked: { form?: string | undefined; unitId?: string | undefined },
  scope: Scope,
): Promise<Submitted[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${named}
    where ${scope === 'everything' ? sql`true` : sql`s.unit_id = any(${scope.unitIds}::uuid[])`}
      and (${asked.form ?? null}::text is null or s.form = ${asked.form ?? null}) and (${asked.unitId ?? null}::uuid is null or s.unit_id = ${asked.unitId ?? null}::uuid)
    order by s.submitted_at desc, s.submission_id desc limit 200`.execute(db)
  return rows.map(submittedOf)
}

export async function findSubmission(db: Db, submissionId: string): Promise<Submission | undefined> {
  const { rows } = await sql<
    Row & { cells: Frozen }
  >`select ${columns}, s.cells from ${named} where s.submission_id = ${submissionId}::uuid`.execute(db)
  return rows[0] && { ...submittedOf(rows[0]), frozen: rows[0].cells, knownAt: rows[0].known_at }
}

function submittedOf(row: Row): Submitted {
  return {
    submissionId: row.submission_id,
    form: row.form,
    unit: { unitId: row.unit_id, vi: row.vi, en: row.en },
    from: row.from_day,
    to: addDays(row.to_day, -1),
    on: row.on_day,
    submittedAt: row.submitted_at.toISOString(),
    submittedBy: row.submitted_by,
    note: row.note,
  }
}

/** Those frozen, under the names that `placedTimes` gives its columns. */
export function frozenTimes(submissionId: string): RawBuilder<unknown> {
  return sql`
  select f.person_id, f.fact_id, f.row_key as programme, f.detail ->> 'audience' as audience, f.detail -> 'traits' ? 'leader' as leader,
    f.detail -> 'traits' ? 'women' as women, f.detail -> 'traits' ? 'minority' as minority, (f.detail ->> 'latest')::boolean as is_latest, f.detail
  from statistics.submission_person f where f.submission_id = ${submissionId}::uuid`
}

/** The frozen people (or classes) of a cell, in the shape that every list has. */
export function foundFrozen(submissionId: string, cell: Slice, of: 'people' | 'times'): RawBuilder<unknown> {
  if (cell.openedBy) {
    return sql`
  select 0 as part, c.class_id as fact_id, null::uuid as person_id, c.class_id, c.kind, c.at_day, c.at_day as from_day, c.to_day, c.unit_id,
    null::uuid as host_id, null::text as title_text, c.decision_id, c.times, null::boolean as meets, jsonb_build_object('listed', c.listed) as detail
  from statistics.submission s cross join lateral jsonb_to_recordset(s.cells -> 'classes')
    as c (class_id uuid, kind text, programme text, level text, at_day date, to_day date, unit_id uuid, decision_id uuid, listed int, times int)
  where s.submission_id = ${submissionId}::uuid and c.level = any(${cell.openedBy}::text[])
    ${cell.programmes ? sql`and c.programme = any(${cell.programmes}::text[])` : sql``}`
  }
  const { programmes, audiences, trait } = cell
  return sql`
  select 1 as part, f.fact_id, f.person_id, (detail ->> 'class')::uuid as class_id, detail ->> 'kind' as kind, (detail ->> 'at')::date as at_day,
    (detail ->> 'from')::date as from_day, (detail ->> 'to')::date as to_day, (detail ->> 'unit')::uuid as unit_id, null::uuid as host_id,
    detail ->> 'title' as title_text, (detail ->> 'decision')::uuid as decision_id,
    ${of === 'people' ? sql`(detail ->> 'times')::int` : sql`1`} as times, null::boolean as meets, '{}'::jsonb as detail
  from (${frozenTimes(submissionId)}) f
  where ${of === 'people' ? sql`is_latest` : sql`true`} ${programmes ? sql`and programme = any(${programmes}::text[])` : sql``}
    ${audiences ? sql`and audience = any(${audiences}::text[])` : sql``} ${trait ? sql`and ${sql.ref(trait)}` : sql``}`
}
