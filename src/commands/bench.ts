import { writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { defineCommand, type Io } from '../command-line.ts'
import { Client } from './bench/client.ts'
import { generate } from './bench/generate/generate.ts'
import { measure, type Measured, type Question } from './bench/measure.ts'
import { signInOfficers } from './bench/officers.ts'
import { questionsOf, seats } from './bench/questions/all.ts'
import { machineOf, tableOf } from './bench/report.ts'
import { openScratch, type Scratch, setDurable } from './bench/scratch.ts'
import { startServer } from './bench/server-process.ts'
import { type Scale, scaleOf } from './bench/sizes.ts'
import { measureWhole } from './bench/whole.ts'

export const command = defineCommand({
  name: 'bench',
  summary: {
    vi: 'Đo tốc độ trả lời qua HTTP ở cỡ một huyện, một tỉnh hoặc cả nước, so với SQL viết tay.',
    en: 'Measures the answers over HTTP at the size of a district, a province or the nation, against SQL written by hand.',
  },
  usage: 'bench --size district|province|nation [--json FILE] [--keep] [--url ADDRESS|FOLDER] [--only TEXT]',
  options: {
    size: { type: 'string' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
    url: { type: 'string' },
    only: { type: 'string', default: '' },
  },
  async run({ values }, io) {
    const scale = scaleOf(values.size)
    const scratch = await openScratch(values.url)
    const isKept = values.keep || values.url !== undefined
    try {
      await fill(scratch, scale, io)
      const measured = [...(await measureAll(scratch, scale, values.only, io)), ...(await measureWhole(scale.size, values.only, io.say))]
      for (const line of tableOf(measured)) io.out(line)
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
    } finally {
      await scratch.end(isKept)
      if (isKept) io.say(`--url ${scratch.place}`)
    }
  },
})

async function fill({ db, isFresh }: Scratch, scale: Scale, io: Io): Promise<void> {
  if (!isFresh) return
  await setDurable(db, false)
  await generate(db, scale, io.say)
  await setDurable(db, true)
}

async function measureAll({ db, url }: Scratch, scale: Scale, only: string, io: Io): Promise<Measured[]> {
  io.out(await machineOf(db))
  await sql`checkpoint`.execute(db)
  const [everything, commune, province] = await signInOfficers(db, [
    { role: 'organisation_officer', unitId: null },
    { role: 'organisation_officer', unitId: seats.commune },
    { role: 'organisation_officer', unitId: seats.province },
  ])
  const tokens: Record<Question['as'], string> = {
    everything: everything?.token ?? '',
    commune: commune?.token ?? '',
    province: province?.token ?? '',
  }
  const server = await startServer({ DATABASE_URL: url, KECAN_DEMO: 'off' })
  const warm = new pg.Client({ connectionString: url, options: '-c timezone=Asia/Ho_Chi_Minh -c jit=off' })
  await warm.connect()
  const measured: Measured[] = []
  try {
    for (const question of questionsOf(scale).filter((one) => one.question.includes(only))) {
      const client = new Client(server.base, tokens[question.as])
      const crowd = new Client(server.base, tokens[question.as], 4)
      measured.push(await measure(question, scale.size, client, crowd, warm))
      io.say(tableOf(measured.slice(-1)).slice(1).join('\n'))
      client.close()
      crowd.close()
    }
  } finally {
    await warm.end()
    await server.stop()
  }
  return measured
}
