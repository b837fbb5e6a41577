import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect, type Db } from '#db/connect.ts'
import { joinEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { compileList, compileNumber } from '#modules/statistics/compile.sql.ts'
import type { Figure } from '#modules/statistics/figure.ts'
import { review } from '#modules/statistics/figures/review.ts'
import type { Question } from '#modules/statistics/source/question.sql.ts'
import { defineCommand, UsageError } from '../command-line.ts'
import { scaleData } from './bench/scaled-data.ts'
import { alignedTable } from './review/print.ts'

type Measured = { number: number; list: number }

const runs = 7

export const command = defineCommand({
  name: 'bench',
  summary: {
    vi: 'Đo câu lệnh của các con số, ở một và mười lần số người, so với một lần đếm.',
    en: "Measures the figures' statements, at one and ten times the people, against a plain count.",
  },
  usage: 'bench [--people 10000]',
  options: { people: { type: 'string', default: '10000' } },
  async run({ values }, io) {
    const people = Number(values.people)
    if (!Number.isInteger(people) || people < 100)
      throw new UsageError({ vi: '--people là một số từ 100.', en: '--people is a number from 100 on.' })
    const folder = mkdtempSync(join(tmpdir(), 'kecan-bench-'))
    const server = await joinEmbedded(folder, { durable: false })
    const db = connect(server.url, { max: 1 })
    try {
      await migrate(db)
      const once = await measureAt(db, people)
      const tenfold = await measureAt(db, people * 10)
      for (const line of report(people, once, tenfold)) io.out(line)
    } finally {
      await db.destroy()
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

type Measures = { base: number; figures: Map<string, Measured> }

async function measureAt(db: Db, people: number): Promise<Measures> {
  const { root, units } = await scaleData(db, people)
  const question: Question = {
    root,
    units,
    commune: units.slice(0, 1),
    from: '2015-01-01',
    until: '2020-12-31',
    on: '2020-12-31',
    knownAt: null,
  }
  const base = await median(() => sql`select count(*) from training.sending`.execute(db))
  const figures = new Map<string, Measured>()
  for (const figure of review.figures) figures.set(figure.figure, await measure(db, figure, question))
  return { base, figures }
}

async function measure(db: Db, figure: Figure, question: Question): Promise<Measured> {
  return {
    number: await median(() => compileNumber(figure, question).execute(db)),
    list: await median(() => compileList(figure, question, { after: null, limit: 100 }).execute(db)),
  }
}

/** The middle of several runs, in milliseconds; the first, which reads from disk, is not among them. */
async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? 0
}

/** Ratios say more than milliseconds: machines differ. */
function report(people: number, once: Measures, tenfold: Measures): string[] {
  const head = ['', `ms ×1 (${people})`, 'ms ×10', '×10 : ×1', 'so với đếm / to a count', 'danh sách ×10 / list, ms']
  const rows = [...tenfold.figures].map(([name, { number, list }]) => {
    const before = once.figures.get(name)?.number ?? 0
    return [name, before.toFixed(2), number.toFixed(2), (number / before).toFixed(1), (number / tenfold.base).toFixed(1), list.toFixed(2)]
  })
  const base = ['select count(*)', once.base.toFixed(2), tenfold.base.toFixed(2), (tenfold.base / once.base).toFixed(1), '1.0', '']
  return alignedTable([head, base, ...rows], [1, 2, 3, 4, 5])
}
