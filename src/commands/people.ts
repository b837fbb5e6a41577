import type { z } from 'zod'
import { listFigurePeople, type ListAnswer } from '#modules/statistics/review.contract.ts'
import { UsageError, defineCommand } from '../command-line.ts'
import { askedFigure, askedFormat, askedReview, askOperations, reviewOptions, reviewUsage, type AskedReview } from './review/ask.ts'
import { peopleTable } from './review/print.ts'

export const command = defineCommand({
  name: 'people',
  summary: {
    vi: 'In danh sách người (hoặc lớp) đằng sau một con số tổng kết.',
    en: 'Prints the people (or classes) behind a figure of the review.',
  },
  usage: `people CON-SỐ ${reviewUsage} [--format table|json]`,
  options: reviewOptions,
  async run({ positionals: [name, more], values }, io) {
    if (more !== undefined) throw new UsageError({ vi: 'Chỉ ghi một con số.', en: 'Name one figure only.' })
    const format = askedFormat(values.format, ['table', 'json'])
    const asked = askedReview(values)
    const { figure } = askedFigure(name, asked)
    const rows = await allRows(figure, asked)
    io.out(format === 'json' ? JSON.stringify(rows.map(plainRow), null, 2) : peopleTable(rows).join('\n'))
  },
})

async function allRows(figure: string, asked: AskedReview): Promise<ListAnswer[]> {
  return askOperations(asked, async (ask) => {
    const rows: ListAnswer[] = []
    let after: string | null = null
    do {
      const page: z.output<typeof listFigurePeople.reply> = await ask(listFigurePeople, {
        ...asked,
        figure,
        limit: 500,
        ...(after ? { after } : {}),
      })
      rows.push(...page.rows)
      after = page.next
    } while (after)
    return rows
  })
}

/** What a script needs of a row; what only the page needs is left out. */
function plainRow({ person, class: of, kind, from, to, unit, host, title, decision, times, meets }: ListAnswer): Record<string, unknown> {
  return {
    name: person?.name ?? null,
    personId: person?.personId ?? null,
    class: of ? { classId: of.classId, title: of.title } : null,
    kind,
    from,
    to,
    unit,
    host,
    title,
    decision,
    times,
    ...(meets === null ? {} : { meets }),
  }
}
