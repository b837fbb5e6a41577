import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { newId } from '#lib/id.ts'
import { fold, soundVariants } from '#lib/vietnamese-names.ts'
import { codeKey } from '#modules/decisions/decision.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { Candidate, ImportKind, ReadRow, Whole } from './candidate.ts'
import { choicesOf } from './choice.sql.ts'
import { indexPeople, type KnownPeople, type SoughtPerson } from './known.ts'
import { findKnownClasses, findKnownDecisions, findKnownPeople, type Wanted } from './known.sql.ts'
import { isLeftOut, planRow } from './plan.ts'
import { classesPlanner, type FileClasses } from './plan-classes.ts'
import { choiceOf, folded, type PlanGiven, type RowPlanner } from './plan-given.ts'
import { peoplePlanner } from './plan-people.ts'
import type { Planned } from './planned.ts'
import { sendingsPlanner } from './plan-sendings.ts'
import { listDay, tableAt } from './read-run.node.ts'
import { unitMatcher, type ListedUnit } from './unit-match.ts'
import { listedUnits } from './units.sql.ts'

export type PlannedRun = { id: string; kind: ImportKind; unitId: string | null; day: string | null }
export type Asker = { scope: Scope; today: string; now: Date }

/** What the rows of a piece come to, each with the id of whom it enters; `classes` are those of the whole file. */
export type Planning = { plan: (rows: readonly ReadRow[], ids: readonly string[]) => Promise<Planned[]>; classes: readonly Planned[] }

/** The rows of the file from the first on, some at a time. */
export type Rows = () => AsyncIterable<readonly ReadRow[]>
type Known = Pick<PlanGiven, 'people' | 'classes' | 'decisions' | 'unitName'>

const wanted: Record<ImportKind, Wanted> = { people: { qualifications: true }, sendings: { sendings: true }, classes: { enrolments: true } }

/** Plans a file piece by piece, in its order, against what is known now. */
export async function planRun(db: Db, run: PlannedRun, read: Whole & { rows: Rows }, asker: Asker): Promise<Planning> {
  const dayOf = listDay(read.sheets, run.day, asker.today)
  const choices = await choicesOf(db, run.id)
  const units = await unitsByDay(db, run, daysOf(read, dayOf), asker)
  const base = {
    runId: run.id,
    today: asker.today,
    dayOf,
    titleOf: (candidate) => tableAt(read.sheets, candidate)?.title ?? null,
    unitOn: (reading, day) => units.matchers.get(day)?.(reading) ?? { why: { code: 'unit-unknown', text: reading.text, nearest: [] } },
    defaultUnit: units.chosen,
    titleCodes: await titleCodes(db),
    choices,
    newId: () => newId(asker.now.getTime()),
  } satisfies Partial<PlanGiven>
  const knownTo = (candidates: readonly Candidate[]) => findKnown(db, run.kind, candidates, { ...asker, choices })
  const { plan, classes } = await planner(run.kind, read.rows, base, knownTo)
  return {
    classes,
    plan: async (rows, ids) => {
      const candidates = rows.map(({ candidate }) => candidate)
      const entrants = new Map(candidates.map((candidate, index) => [candidate, ids[index]]))
      const given = {
        ...base,
        ...(await knownTo(candidates)),
        entrantId: (candidate: Candidate) => entrants.get(candidate) ?? base.newId(),
      }
      return rows.map((row) => planRow(row, given, plan))
    },
  }
}

async function planner(
  kind: ImportKind,
  rows: Rows,
  base: Omit<PlanGiven, keyof Known | 'entrantId'>,
  knownTo: (candidates: readonly Candidate[]) => Promise<Known>,
): Promise<{ plan: RowPlanner; classes: readonly Planned[] }> {
  if (kind === 'people') return { plan: peoplePlanner(), classes: [] }
  if (kind === 'sendings') return { plan: sendingsPlanner(), classes: [] }
  const file = await classesIn(rows, base)
  return classesPlanner(file, { ...base, ...(await knownTo(file.classes)), entrantId: base.newId })
}

async function classesIn(rows: Rows, given: Pick<PlanGiven, 'choices'>): Promise<FileClasses> {
  const classes: Candidate[] = []
  const withLearners = new Set<string>()
  for await (const some of rows()) {
    for (const { candidate, refused } of some) {
      if (refused.length > 0 || isLeftOut(candidate, given)) continue
      if (candidate.of === 'class') classes.push(candidate)
      if (candidate.of === 'learner' && candidate.classKey) withLearners.add(candidate.classKey)
    }
  }
  return { classes, withLearners }
}

async function findKnown(
  db: Db,
  kind: ImportKind,
  candidates: readonly Candidate[],
  given: Asker & Pick<PlanGiven, 'choices'>,
): Promise<Known> {
  const chosen = candidates.flatMap((candidate) => {
    const choice = choiceOf(given, candidate)
    return choice?.choice === 'person' ? [choice.personId] : []
  })
  const people = indexPeople(await findKnownPeople(db, candidates.flatMap(soughtPerson), { ...given, chosen, wanted: wanted[kind] }))
  const titles = candidates.flatMap(({ of, fields }) => (of === 'class' && fields.className ? [fold(fields.className.value)] : []))
  return {
    people,
    unitName: await namesOfPosts(db, people),
    classes: titles.length > 0 ? await findKnownClasses(db, titles) : [],
    decisions: kind === 'sendings' ? await findKnownDecisions(db, codesOf(candidates)) : [],
  }
}

function soughtPerson({ of, fields }: Candidate): SoughtPerson[] {
  if (of === 'class' || !fields.name) return []
  const numbers = [fields.personalId?.value, fields.oldId?.value].filter((number) => number !== undefined)
  return soundVariants(folded(fields.name.value)).map((search) => ({ search, birth: fields.birth?.value ?? null, numbers }))
}

/** The days on which the file's units must be known: those of its lists, and those that single rows name. */
function daysOf({ sheets, gist }: Whole, dayOf: PlanGiven['dayOf']): Set<string> {
  const ofLists = sheets.flatMap(({ tables }) => tables.map(({ sheet, rows: [row] }) => dayOf({ sheet, row })))
  return new Set([...ofLists, ...gist.days])
}

/** Names of units differ by day: a sending's unit is looked for on the day of its paper. */
async function unitsByDay(db: Db, run: PlannedRun, days: ReadonlySet<string>, asker: Asker) {
  const matchers = new Map<string, ReturnType<typeof unitMatcher>>()
  let chosen: ListedUnit | null = null
  for (const on of days) {
    const units = await listedUnits(db, { unitId: run.unitId, on, scope: asker.scope, now: asker.now })
    matchers.set(on, unitMatcher(units))
    chosen ??= units.find((unit) => unit.unitId === run.unitId) ?? null
  }
  return { matchers, chosen }
}

async function namesOfPosts(db: Db, people: KnownPeople): Promise<(unitId: string) => string> {
  const ids = new Set([...people.byId.values()].flatMap(({ posts }) => posts.map(({ unitId }) => unitId)))
  const names = ids.size > 0 ? await unitNames(db, [...ids]) : new Map<string, { vi: string }>()
  return (unitId) => names.get(unitId)?.vi ?? ''
}

async function titleCodes(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select code from organisation.title`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

function codesOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.flatMap(({ fields }) => (fields.decisionNumber ? [codeKey(fields.decisionNumber.value)] : [])))]
}
