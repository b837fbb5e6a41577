import { writeFile } from 'node:fs/promises'
import { exportReview, readReview, type Review } from '#modules/statistics/review.contract.ts'
import { unitWords } from '#modules/statistics/figure.ts'
import type { FileAnswer } from '#server/operations.ts'
import { type Io, UsageError, defineCommand } from '../command-line.ts'
import { askedFormat, askedReview, askOperations, reviewOptions, reviewUsage, type AskedReview } from './review/ask.ts'
import { reviewLines } from './review/print.ts'

export const command = defineCommand({
  name: 'figures',
  summary: {
    vi: 'In các con số tổng kết công tác cán bộ của một đơn vị trong một thời kỳ.',
    en: 'Prints the figures of the review of the work on officials of a unit over a period.',
  },
  usage: `figures review ${reviewUsage} [--format table|json|xlsx] [--out TỆP]`,
  options: { ...reviewOptions, out: { type: 'string' } },
  async run({ positionals, values }, io) {
    if (positionals[0] !== 'review') throw new UsageError({ vi: 'Chỉ có báo cáo: review.', en: 'There is one report: review.' })
    const format = askedFormat(values.format, ['table', 'json', 'xlsx'])
    const asked = askedReview(values)
    if (format === 'xlsx') return writeWorkbookFile(asked, values.out ?? 'tong-ket.xlsx', io)
    const text = textOf(await askOperations(asked, (ask) => ask<Review>(readReview, asked)), format)
    if (values.out === undefined) return io.out(text)
    await writeFile(values.out, `${text}\n`)
    io.say(values.out)
  },
})

function textOf(review: Review, format: 'table' | 'json'): string {
  if (format === 'table') return reviewLines(review).join('\n').trimEnd()
  return JSON.stringify(
    review.figures.map(({ figure, value, unit, label }) => ({ figure, value, unit: unitWords[unit].vi, label })),
    null,
    2,
  )
}

async function writeWorkbookFile(asked: AskedReview, file: string, io: Io): Promise<void> {
  const { content } = await askOperations(asked, (ask) => ask<FileAnswer>(exportReview, asked))
  await writeFile(file, content)
  io.say(file)
}
