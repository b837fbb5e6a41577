import type { Route } from '#server/operations.ts'
import { wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { listed } from './compile.sql.ts'
import { findFormQuestion } from './form-question.sql.ts'
import { listHoursPeople, readHours } from './hours.contract.ts'
import { bandsOf, compileHours, foundInBand, leastOn } from './hours.sql.ts'
import { closeFields, readPage } from './people-list.sql.ts'
import { seesOnlyFigures } from './persons.sql.ts'
import { isSmall, keptBackOf } from './small-groups.ts'

/** How many periods each official has learnt in the year, against the minimum of the law of the day. */
export function hoursRoutes(): Route[] {
  return [
    wideQuery(readHours, async (asked, { db, ...reader }) => {
      const { unit, days, question } = await findFormQuestion(db, asked, reader)
      const least = leastOn(days.on)
      const bounds = bandsOf(least?.periods ?? null)
      const whole = bounds.at(-1)?.from ?? 0
      const { rows } = await compileHours(question, whole).execute(db)
      const sum = (some: typeof rows) => some.reduce((total, { people }) => total + people, 0)
      const counted = bounds.map((one) => ({
        ...one,
        people: sum(rows.filter(({ attended }) => attended >= one.from && (one.to === null || attended <= one.to))),
      }))
      const total = sum(rows)
      const onTheWay = sum(rows.filter(({ attended, attending }) => attended < whole && attended + attending >= whole))
      const answer = { unit, days, least }
      if (!(await seesOnlyFigures(db, reader, question.root))) return { ...answer, bands: counted, total, onTheWay, isProtected: false }
      const kept = keptBackOf(
        counted.map(({ people }) => ({ count: people, people })),
        { count: total, people: total },
        'people',
      )
      const bands = counted.map((one, at) => {
        const why = kept.cells[at]
        return why ? { ...one, people: null, keptBack: why } : one
      })
      return {
        ...answer,
        bands,
        total: kept.total === null ? total : null,
        onTheWay: onTheWay > 0 || isSmall(total) ? null : 0,
        isProtected: true,
      }
    }),

    wideQuery(listHoursPeople, async ({ band, after, limit, ...asked }, { db, ...reader }) => {
      const { days, question } = await findFormQuestion(db, asked, reader)
      if (await seesOnlyFigures(db, reader, question.root)) throw new NotFound()
      const whole = bandsOf(leastOn(days.on)?.periods ?? null).at(-1)?.from ?? 0
      const source = foundInBand(question, whole, band)
      const page = await readPage(db, async (part) => (await listed(source, question, part).execute(db)).rows, reader, { after, limit })
      const people = page.rows.filter(({ person }) => person?.ethnicity !== undefined).length
      if (people > 0) reader.looked({ shown: { people, columns: closeFields } })
      return page
    }),
  ]
}
