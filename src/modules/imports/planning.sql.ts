import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { newId } from '#lib/id.ts'
import { fold, soundVariants } from '#lib/vietnamese-names.ts'
import { codeKey } from '#modules/decisions/decision.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { Candidate, ImportKind } from './candidate.ts'
import { choicesOf } from './choice.sql.ts'
import { indexPeople, type KnownPeople, type SoughtPerson } from './known.ts'
import { findKnownClasses, findKnownDecisions, findKnownPeople, type Wanted } from './known.sql.ts'
import { planRows } from './plan.ts'
import type { PlanGiven } from './plan-given.ts'
import type { Planned } from './planned.ts'
import { sentOn } from './plan-sendings.ts'
import { listDay, tableAt, type Reading } from './read-run.node.ts'
import { unitMatcher, type ListedUnit } from './unit-match.ts'
import { listedUnits } from './units.sql.ts'
import { lowDay } from '#lib/partial-date.ts'

export type PlannedRun = { id: string; kind: ImportKind; unitId: string | null; day: string | null }
export type Asker = { scope: Scope; today: string; now: Date }

const wanted: Record<ImportKind, Wanted> = { people: { qualifications: true }, sendings: { sendings: true }, classes: { enrolments: true } }

/** What every row would do to what is known now. */
export async function planRun(db: Db, run: PlannedRun, read: Reading, asker: Asker): Promise<Planned[]> {
  const dayOf = listDay(read.sheets, run.day, asker.today)
  const choices = await choicesOf(db, run.id)
  const chosen = [...choices.values()].flatMap((choice) => (choice.choice === 'person' ? [choice.personId] : []))
  const sought = read.candidates.flatMap(soughtPerson)
  const people = indexPeople(await findKnownPeople(db, sought, { ...asker, chosen, wanted: wanted[run.kind] }))
  const units = await unitsByDay(db, run, read.candidates, dayOf, asker)
  const given: PlanGiven = {
    runId: run.id,
    today: asker.today,
    dayOf,
    titleOf: (candidate) => tableAt(read.sheets, candidate)?.title ?? null,
    unitOn: (reading, day) => units.matchers.get(day)?.(reading) ?? { why: { code: 'unit-unknown', text: reading.text, nearest: [] } },
    unitName: await namesOfPosts(db, people),
    defaultUnit: units.chosen,
    titleCodes: await titleCodes(db),
    people,
    classes:
      run.kind === 'classes'
        ? await findKnownClasses(
            db,
            read.candidates.flatMap((one) => (one.fields.className ? [fold(one.fields.className.value)] : [])),
          )
        : [],
    decisions: run.kind === 'sendings' ? await findKnownDecisions(db, codesOf(read.candidates)) : [],
    choices,
    newId: () => newId(asker.now.getTime()),
  }
  return planRows(run.kind, read, given)
}

function soughtPerson({ of, fields }: Candidate): SoughtPerson[] {
  if (of === 'class' || !fields.name) return []
  const numbers = [fields.personalId?.value, fields.oldId?.value].filter((number) => number !== undefined)
  return soundVariants(fold(fields.name.value)).map((search) => ({ search, birth: fields.birth?.value ?? null, numbers }))
}

/** Names of units differ by day: a sending's unit is looked for on the day of its paper. */
async function unitsByDay(
  db: Db,
  run: PlannedRun,
  candidates: readonly Candidate[],
  dayOf: (candidate: Candidate) => string,
  asker: Asker,
) {
  const matchers = new Map<string, ReturnType<typeof unitMatcher>>()
  let chosen: ListedUnit | null = null
  const days = new Set(
    candidates.flatMap((candidate) => [
      dayOf(candidate),
      sentOn(candidate, { dayOf }),
      ...(candidate.fields.from ? [lowDay(candidate.fields.from.value)] : []),
    ]),
  )
  for (const on of days) {
    const units = await listedUnits(db, { unitId: run.unitId, on, scope: asker.scope, now: asker.now })
    matchers.set(on, unitMatcher(units))
    chosen ??= units.find((unit) => unit.unitId === run.unitId) ?? null
  }
  return { matchers, chosen }
}

async function namesOfPosts(db: Db, people: KnownPeople): Promise<(unitId: string) => string> {
  const ids = new Set([...people.byId.values()].flatMap(({ posts }) => posts.map(({ unitId }) => unitId)))
  const names = await unitNames(db, [...ids])
  return (unitId) => names.get(unitId)?.vi ?? ''
}

async function titleCodes(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select code from organisation.title`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

function codesOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.flatMap(({ fields }) => (fields.decisionNumber ? [codeKey(fields.decisionNumber.value)] : [])))]
}
