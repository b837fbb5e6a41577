import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { asidesOf, figureNamed, linesOf, type Figure } from './figure.ts'
import { review } from './figures/review.ts'
import type { ExportedList } from './list-sheet.ts'
import { readList } from './people-list.sql.ts'
import { exportReview, listFigurePeople, readReview, type Review } from './review.contract.ts'
import { findQuestion, readFigure, readFigures, type FoundQuestion } from './review.sql.ts'
import { reviewWorkbook } from './review-workbook.node.ts'

/** The review, the lists behind it, and both as a workbook. */
export function reviewRoutes(): Route[] {
  return [
    wideQuery(readReview, async (asked, { db, ...reader }) => reviewOf(db, await findQuestion(db, asked, reader))),

    wideQuery(listFigurePeople, async ({ figure: name, after, limit, ...asked }, { db, ...reader }) => {
      const { question, commune } = await findQuestion(db, asked, reader)
      const figure = askedFigure(name, commune !== null)
      const page = await readList(db, figure, question, reader, { after, limit })
      return { figure: await readFigure(db, figure, question), ...page }
    }),

    // It writes nothing but the audit entry: lists that leave the house leave a trace.
    command(exportReview, async ({ language, ...asked }, { tx, ...reader }) => {
      const found = await findQuestion(tx, asked, reader)
      const report = await reviewOf(tx, found)
      const lists: ExportedList[] = []
      for (const figure of [...linesOf(review, found.commune !== null), ...asidesOf(review)]) {
        const { rows, hidden } = await readList(tx, figure, found.question, reader, { limit: null })
        lists.push({ figure, rows, hidden })
      }
      about(tx, { subjectId: found.unit.unitId })
      return reviewWorkbook(report, lists, { language, by: reader.actor.name, at: reader.now })
    }),
  ]
}

async function reviewOf(db: Db, { unit, commune, days, question }: FoundQuestion): Promise<Review> {
  return {
    unit,
    commune,
    days,
    figures: await readFigures(db, linesOf(review, commune !== null), question),
    asides: await readFigures(db, asidesOf(review), question),
  }
}

/** A line of a commune's standing exists only where a commune is asked for. */
function askedFigure(name: string, withCommune: boolean): Figure {
  const figure = figureNamed(review, name)
  if (!figure || (figure.of === 'serving' && !withCommune)) throw new NotFound()
  return figure
}
