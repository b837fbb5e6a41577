import { writeFileSync } from 'node:fs'
import { dayInHanoi } from '#lib/days.ts'
import { defineCommand, UsageError } from '../command-line.ts'
import { generate } from './bench/generate/generate.ts'
import { rounded } from './bench/measure.ts'
import { signInOfficers } from './bench/officers.ts'
import { machineOf } from './bench/report.ts'
import { openScratch, setDurable } from './bench/scratch.ts'
import { startServer } from './bench/server-process.ts'
import { scaleOf } from './bench/sizes.ts'
import { seatsOf } from './load/acts.ts'
import { crowd, type Tally } from './load/crowd.ts'
import { alignedTable } from './review/print.ts'

export const command = defineCommand({
  name: 'load',
  summary: {
    vi: 'Thử tải: 200 cán bộ cùng làm việc trên dữ liệu cỡ một tỉnh; không được có lỗi nào.',
    en: 'Load test: 200 officers at work at once on a province; there may be no error.',
  },
  usage: 'load [--seconds 300] [--officers 200] [--think 2000] [--json FILE] [--keep] [--url ADDRESS|FOLDER]',
  options: {
    seconds: { type: 'string', default: '300' },
    officers: { type: 'string', default: '200' },
    think: { type: 'string', default: '2000' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
    url: { type: 'string' },
  },
  async run({ values }, io) {
    const [seconds, officers, thinkMs] = [number(values.seconds, 3600), number(values.officers, 1000), number(values.think, 60_000)]
    const scale = scaleOf('province')
    const scratch = await openScratch(values.url)
    const isKept = values.keep || values.url !== undefined
    try {
      if (scratch.isFresh) {
        await setDurable(scratch.db, false)
        await generate(scratch.db, scale, io.say)
        await setDurable(scratch.db, true)
      }
      io.out(await machineOf(scratch.db))
      const seats = seatsOf(officers, scale.districts)
      const signedIn = await signInOfficers(
        scratch.db,
        seats.map(({ unitId }) => ({ role: 'organisation_officer', unitId })),
      )
      const server = await startServer({ DATABASE_URL: scratch.url, KECAN_DEMO: 'off' })
      const at = seats.flatMap((seat, place) => (signedIn[place] ? [{ seat, token: signedIn[place].token }] : []))
      const tally = await crowd(server.base, at, { seconds, thinkMs, today: dayInHanoi(new Date()) }, io.say).finally(server.stop)
      const rows = rowsOf(tally)
      for (const line of tableOf(rows)) io.out(line)
      const wrong = [...tally.errors.values()].reduce((sum, count) => sum + count, 0)
      io.out(
        `${officers} cán bộ/officers · ${tally.seconds.toFixed(0)} s · ${(tally.requests / tally.seconds).toFixed(1)}/s · ${wrong} lỗi/errors`,
      )
      if (values.json) writeFileSync(values.json, `${JSON.stringify({ officers, seconds, thinkMs, errors: wrong, rows }, null, 2)}\n`)
      return wrong > 0 ? 1 : 0
    } finally {
      await scratch.end(isKept)
      if (isKept) io.say(`--url ${scratch.place}`)
    }
  },
})

type Row = { question: string; requests: number; per_s: number; p50_ms: number; p95_ms: number; p99_ms: number; errors: number }

function rowsOf({ times, errors, seconds }: Tally): Row[] {
  return [...times].map(([question, histogram]) => ({
    question,
    requests: histogram.count,
    per_s: rounded(histogram.count / seconds),
    p50_ms: rounded(histogram.percentile(50) / 1000),
    p95_ms: rounded(histogram.percentile(95) / 1000),
    p99_ms: rounded(histogram.percentile(99) / 1000),
    errors: [...errors].filter(([name]) => name.startsWith(`${question} →`)).reduce((sum, [, count]) => sum + count, 0),
  }))
}

function tableOf(rows: Row[]): string[] {
  const head = ['', 'requests', '/s', 'p50, ms', 'p95, ms', 'p99, ms', 'errors']
  return alignedTable([head, ...rows.map((row) => Object.values(row).map(String))], [1, 2, 3, 4, 5, 6])
}

function number(text: string, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new UsageError({ vi: `${text} không phải là số từ 0 đến ${most}.`, en: `${text} is not a number from 0 to ${most}.` })
}
