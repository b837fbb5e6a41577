import type { Db } from '#db/connect.ts'
import type { ReplyOf } from '#lib/operation.ts'
import type { Route } from '#server/operations.ts'
import { wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { listed } from './compile.sql.ts'
import { findFormQuestion } from './form-question.sql.ts'
import { listHoursPeople, readHours, type HourBand } from './hours.contract.ts'
import { bandsOf, compileHours, foundInBand, leastOn } from './hours.sql.ts'
import { closeFields, readPage, type ListPage } from './people-list.sql.ts'
import { seesOnlyFigures } from './persons.sql.ts'
import type { FoundQuestion, Reader } from './review.sql.ts'
import { isSmall, keptBackOf } from './small-groups.ts'

/** How many periods each official has learnt in the year, against the minimum of the law of the day. */
export function hoursRoutes(): Route[] {
  return [
    wideQuery(readHours, async (asked, { db, ...reader }) => hoursOf(db, await findFormQuestion(db, asked, reader), reader)),

    wideQuery(listHoursPeople, async ({ band, after, limit, ...asked }, { db, ...reader }) => {
      const found = await findFormQuestion(db, asked, reader)
      if (await seesOnlyFigures(db, reader, found.question.root)) throw new NotFound()
      const page = await peopleOfHours(db, found, reader, { band, after, limit })
      const people = page.rows.filter(({ person }) => person?.ethnicity !== undefined).length
      if (people > 0) reader.looked({ shown: { people, columns: closeFields } })
      return page
    }),
  ]
}

/** The bands as this reader may see them. */
export async function hoursOf(db: Db, { unit, days, question }: FoundQuestion, reader: Reader): Promise<ReplyOf<typeof readHours>> {
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
}

type Part = { band: HourBand | 'onTheWay' | 'all'; after?: string | undefined; limit: number | null }

/** The people of a band, or of all of them; all at once without a limit. */
export async function peopleOfHours(db: Db, { days, question }: FoundQuestion, reader: Reader, { band, ...page }: Part): Promise<ListPage> {
  const whole = bandsOf(leastOn(days.on)?.periods ?? null).at(-1)?.from ?? 0
  const source = foundInBand(question, whole, band)
  return readPage(db, async (part) => (await listed(source, question, part).execute(db)).rows, reader, page)
}
