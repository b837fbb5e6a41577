import type { Db } from '#db/connect.ts'
import { requirementCodes } from '#law/requirements.ts'
import { title } from '#law/titles.ts'
import { dayInHanoi, endOfDayInHanoi } from '#lib/days.ts'
import { query, type Route } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { peopleBehind } from './gap-people.sql.ts'
import { findGapQuestion, type GapQuestion } from './gap-question.sql.ts'
import { tableOf, type GapRow, type GapTable } from './gap-table.ts'
import { holdersAlike } from './gap-table.sql.ts'
import { listGapPeople, readGap, readPersonGap, type Gap, type StandardAsked } from './gap.contract.ts'
import type { Asking } from './holding.sql.ts'
import { judgedPosts } from './judged.sql.ts'
import { rulesOn, type Rules } from './rules.sql.ts'
import type { Standard } from './standard.sql.ts'

export function gapRoutes(): Route[] {
  return [
    query(readGap, async (asked, { db, ...reader }) => gapOf(db, await findGapQuestion(db, asked, reader))),

    query(listGapPeople, async ({ row, requirement, state, after, limit, ...asked }, { db, ...reader }) => {
      const question = await findGapQuestion(db, asked, reader)
      const rules = await rulesOn(db, question.asking)
      const asking = askingOfRow(question, row)
      const titleCode = question.by === 'post' ? (row ?? null) : null
      const behind = { titleCode, requirement: requirement ?? null, state: state ?? null }
      const page = await peopleBehind(db, asking, rules, { behind, after, limit })
      const posts = await judgedPosts(
        db,
        asking,
        rules,
        page.people.map(({ personId }) => personId),
      )
      return { ...page, people: page.people.map((person) => ({ ...person, posts: posts.get(person.personId) ?? [] })) }
    }),

    query(readPersonGap, async ({ personId, on, knownOn }, { db, today, now, scope }) => {
      const knownAt = knownOn !== undefined && knownOn < dayInHanoi(now) ? endOfDayInHanoi(knownOn) : null
      const asking = { on: on ?? today, knownAt, unitIds: null, scope, today }
      const posts = await judgedPosts(db, asking, await rulesOn(db, asking), [personId])
      return { on: asking.on, posts: posts.get(personId) ?? [] }
    }),
  ]
}

export async function gapOf(db: Db, question: GapQuestion): Promise<Gap> {
  const { unit, on, knownOn, by, asking, rows, rowOf } = question
  const rules = await rulesOn(db, asking)
  const alike = await holdersAlike(db, asking, rules, rowOf)
  const table = tableOf(alike, (seat) => (by === 'post' ? seat.titleCode : seat.row || (unit?.unitId ?? '')))
  const columns = requirementCodes.flatMap((requirement) => ({ requirement, ...table.columns.get(requirement) })).filter(isCounted)
  return {
    unit,
    on,
    knownOn,
    by,
    people: table.people,
    unmeasured: table.unmeasured,
    columns,
    rows: by === 'post' ? titleRows(table, rules) : unitRows(table, rows),
  }
}

function titleRows(table: GapTable, rules: Rules): Gap['rows'] {
  return [...rules.of].flatMap(([key, of]) => {
    const row = table.rows.get(key)
    const name = title(key)?.name ?? { vi: key, en: key }
    const standardOf = new Map(of.map(({ standard }) => [standard.requirement, standardAsked(standard)]))
    return row ? [{ key, ...name, people: row.people, cells: cellsOf(row, (requirement) => standardOf.get(requirement) ?? null) }] : []
  })
}

function unitRows(table: GapTable, units: GapQuestion['rows']): Gap['rows'] {
  return units.flatMap(({ unitId, vi, en }) => {
    const row = table.rows.get(unitId)
    return row ? [{ key: unitId, vi, en, people: row.people, cells: cellsOf(row, () => null) }] : []
  })
}

function cellsOf(
  row: GapRow,
  standardOf: (requirement: StandardAsked['requirement']) => StandardAsked | null,
): Gap['rows'][number]['cells'] {
  return requirementCodes.flatMap((requirement) => {
    const cell = row.cells.get(requirement)
    return cell ? [{ requirement, ...cell, standard: standardOf(requirement) }] : []
  })
}

function standardAsked({ id, requirement, level, language, periods, document, article, verified }: Standard): StandardAsked {
  return { standardId: id, requirement, level, language, periods, document, article, verified }
}

function isCounted<T extends { required?: number }>(column: T): column is T & Gap['columns'][number] {
  return column.required !== undefined
}

/** Whose posts a row counts: those of one title everywhere, or all of the units that stand for it. */
function askingOfRow({ by, unit, asking, rowOf }: GapQuestion, row: string | undefined): Asking {
  if (by === 'post' || row === undefined) return asking
  const unitIds = (asking.unitIds ?? []).filter((id) => (rowOf.get(id) ?? [unit?.unitId]).includes(row))
  if (unitIds.length === 0) throw new NotFound()
  return { ...asking, unitIds }
}
