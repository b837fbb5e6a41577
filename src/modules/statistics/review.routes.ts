import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { exportObjections, purposeText } from '#modules/people/purposes.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { asidesOf, figureNamed, linesOf, type Figure } from './figure.ts'
import { review } from './figures/review.ts'
import type { ExportedList } from './list-sheet.ts'
import { closeFields, readList } from './people-list.sql.ts'
import { seesOnlyFigures } from './persons.sql.ts'
import { protectedReview } from './protected-review.ts'
import { exportReview, listFigurePeople, readReview, type Review } from './review.contract.ts'
import { findQuestion, peopleBehind, readFigure, readFigures, type FoundQuestion, type Reader } from './review.sql.ts'
import { reviewWorkbook } from './review-workbook.node.ts'

/** The review, the lists behind it, and both as a workbook. */
export function reviewRoutes(): Route[] {
  return [
    wideQuery(readReview, async (asked, { db, ...reader }) => reviewOf(db, await findQuestion(db, asked, reader), reader)),

    wideQuery(listFigurePeople, async ({ figure: name, after, limit, ...asked }, { db, ...reader }) => {
      const { question, commune } = await findQuestion(db, asked, reader)
      if (await seesOnlyFigures(db, reader, question.root)) throw new NotFound()
      const figure = askedFigure(name, commune !== null)
      const page = await readList(db, figure, question, reader, { after, limit })
      const people = page.rows.filter(({ person }) => person?.ethnicity !== undefined).length
      if (people > 0) reader.looked({ shown: { people, columns: closeFields } })
      return { figure: await readFigure(db, figure, question), ...page }
    }),

    // It writes nothing but the audit entry: lists that leave the house leave a trace.
    command(exportReview, async ({ language, purpose, paper, ...asked }, { tx, ...reader }) => {
      const found = await findQuestion(tx, asked, reader)
      const report = await reviewOf(tx, found, reader)
      const lists: ExportedList[] = []
      const isGrounded = exportObjections({ purpose, paper }).length === 0
      for (const figure of report.isProtected ? [] : [...linesOf(review, found.commune !== null), ...asidesOf(review)]) {
        const { rows, hidden } = await readList(tx, figure, found.question, reader, { limit: null })
        lists.push({ figure, rows, hidden: isGrounded ? hidden : closeFields })
      }
      const reason = isGrounded ? { reason: [purposeText(purpose ?? '', 'vi'), paper].join(' · ') } : {}
      about(tx, { subjectId: found.unit.unitId, ...reason })
      const made = { by: reader.actor.name, at: reader.now }
      return reviewWorkbook(report, lists, { language, ...made, foot: await footOf(tx, made, language) })
    }),
  ]
}

async function reviewOf(db: Db, { unit, commune, days, question }: FoundQuestion, reader: Reader): Promise<Review> {
  const lines = linesOf(review, commune !== null)
  const asides = asidesOf(review)
  const answers = await readFigures(db, [...lines, ...asides], question)
  const whole = {
    unit,
    commune,
    days,
    figures: answers.slice(0, lines.length),
    asides: answers.slice(lines.length),
  }
  if (!(await seesOnlyFigures(db, reader, question.root))) return { ...whole, isProtected: false }
  return protectedReview(whole, await peopleBehind(db, [...lines, ...asides], question))
}

/** A line of a commune's standing exists only where a commune is asked for. */
function askedFigure(name: string, withCommune: boolean): Figure {
  const figure = figureNamed(review, name)
  if (!figure || (figure.of === 'serving' && !withCommune)) throw new NotFound()
  return figure
}
