import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { addDays, endOfDayInHanoi } from '#lib/days.ts'
import { ownUnit, unitMeant } from '#modules/organisation/meant.sql.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { daysOfUnits, unitsUnder, type UnitDays } from '#modules/organisation/subtree.sql.ts'
import type { Actor, Scope } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { compileList, compileNumber, compilePeople, type Counted, type ListRow, type Place } from './compile.sql.ts'
import type { Figure } from './figure.ts'
import { lastTerm, periodObjections, settle, type Asked, type Period, type SettledDays } from './question.ts'
import { compileTogether, partsIn } from './together.sql.ts'
import type { FigureAnswer } from './review.contract.ts'
import { shareOf } from './share.ts'
import type { Question } from './source/question.sql.ts'

export type ReviewAsked = { [K in keyof Asked | 'unit' | 'commune']?: string | undefined }
export type Reader = { today: string; now: Date; actor: Actor; scope: Scope }
export type FoundQuestion = { unit: UnitDays; commune: UnitDays | null; days: SettledDays; question: Question }

/** Settles the days, finds the units, and refuses or hides what cannot be answered to this reader. */
export async function findQuestion(db: Db, asked: ReviewAsked, reader: Reader): Promise<FoundQuestion> {
  const meant = asked.unit ?? (await ownUnit(db, reader))
  const period = await periodAsked(db, asked, meant, reader)
  const days = settle({ ...asked, ...period }, reader.today)
  refuse(periodObjections(period, days))
  const knownAt = days.knownOn === null ? null : endOfDayInHanoi(days.knownOn)
  const unit = await unitMeant(db, meant, days.on, (id) => isUnitInScope(db, reader.scope, id))
  const units = await unitsUnder(db, unit.unitId, days.on, knownAt ?? reader.now)
  const commune = asked.commune === undefined ? null : await communeMeant(db, asked.commune, days.on, units)
  return {
    unit,
    commune,
    days,
    question: {
      root: unit.unitId,
      units,
      commune: commune ? await unitsUnder(db, commune.unitId, days.on, knownAt ?? reader.now) : [],
      from: days.from,
      until: days.until,
      on: days.on,
      knownAt,
    },
  }
}

export async function readFigure(db: Db, figure: Figure, question: Question): Promise<FigureAnswer> {
  const { rows } = await compileNumber(figure, question).execute(db)
  return answerOf(figure, rows[0] ?? {})
}

/** Those of the same facts by one statement. */
export async function readFigures(db: Db, figures: readonly Figure[], question: Question): Promise<FigureAnswer[]> {
  const answers = new Map<Figure, FigureAnswer>()
  // One after the other: they share one connection.
  for (const together of compileTogether(figures, question)) {
    const { rows } = await together.statement.execute(db)
    for (const figure of together.figures) answers.set(figure, answerOf(figure, partsIn(together, rows[0] ?? {}, figure)))
  }
  return figures.flatMap((figure) => answers.get(figure) ?? [])
}

function answerOf(figure: Figure, parts: Counted): FigureAnswer {
  return { figure: figure.figure, value: valueOf(figure, parts), unit: figure.unit, label: figure.label, parts }
}

/** How many different persons are behind each figure. */
export async function peopleBehind(db: Db, figures: readonly Figure[], question: Question): Promise<Map<string, number>> {
  const people = new Map<string, number>()
  for (const figure of figures) {
    const { rows } = await compilePeople(figure, question).execute(db)
    people.set(figure.figure, rows[0]?.people ?? 0)
  }
  return people
}

export async function listFigure(
  db: Db,
  figure: Figure,
  question: Question,
  page: { after: Place | null; limit: number | null },
): Promise<ListRow[]> {
  const { rows } = await compileList(figure, question, page).execute(db)
  return rows
}

function valueOf(figure: Figure, parts: Counted): number | null {
  if (figure.of === 'serving') return shareOf(parts['meeting'] ?? 0, parts['judged'] ?? 0)
  if (figure.count === 'learners') return (parts['listed'] ?? 0) + (parts['byHeadCount'] ?? 0)
  return parts['value'] ?? 0
}

/** The period named; half of one is completed by today; none at all is the last complete term before the unit ended. */
async function periodAsked(db: Db, { from, to }: ReviewAsked, meant: string, { today, now }: Reader): Promise<Period> {
  if (from !== undefined) return { from, to: to ?? today }
  if (to !== undefined) return { from: `${Number(to.slice(0, 4)) - 5}-01-01`, to }
  const ended = z.uuid().safeParse(meant).success ? (await daysOfUnits(db, [meant], now)).at(-1)?.to : null
  return lastTerm(ended && ended <= today ? addDays(ended, -1) : today)
}

async function communeMeant(db: Db, name: string, on: string, units: string[]): Promise<UnitDays> {
  try {
    return await unitMeant(db, name, on, async (id) => units.includes(id))
  } catch (thrown) {
    if (thrown instanceof NotFound) refuse([{ code: 'commune-not-under-unit', name, on }])
    throw thrown
  }
}
