import { writeFile } from 'node:fs/promises'
import { exportReview, readReview, type Review } from '#modules/statistics/review.contract.ts'
import { unitWords } from '#modules/statistics/figure.ts'
import { formNamed, forms } from '#modules/statistics/forms/all.ts'
import type { FileAnswer } from '#server/operations.ts'
import { type Io, UsageError, defineCommand } from '../command-line.ts'
import { askedFormat, askedReview, askOperations, reviewOptions, reviewUsage, type AskedReview } from './review/ask.ts'
import { askedYear, printForm } from './review/form.ts'
import { reviewLines } from './review/print.ts'

export const command = defineCommand({
  name: 'figures',
  summary: {
    vi: 'In các con số tổng kết công tác cán bộ của một đơn vị trong một thời kỳ.',
    en: 'Prints the figures of the review of the work on officials of a unit over a period.',
  },
  usage: `figures review|${forms.map(({ form }) => form).join('|')} ${reviewUsage} [--year NĂM] [--format table|json|xlsx] [--out TỆP]`,
  options: { ...reviewOptions, year: { type: 'string' }, out: { type: 'string' } },
  async run({ positionals, values }, io) {
    const [report = ''] = positionals
    if (report !== 'review' && !formNamed(report)) throw unknownReport()
    const format = askedFormat(values.format, ['table', 'json', 'xlsx'])
    const asked = askedReview(values)
    if (report !== 'review') return printForm(report, { ...asked, ...askedYear(values.year) }, { format, out: values.out }, io)
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

function unknownReport(): UsageError {
  const names = ['review', ...forms.map(({ form }) => form)].join(', ')
  return new UsageError({ vi: `Báo cáo là một trong: ${names}.`, en: `The report is one of: ${names}.` })
}
