import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildHouse, keepers } from '#app'
import { connect } from '#db/connect.ts'
import { joinEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { applyRun, beginRun, undoRun } from '#modules/imports/run.contract.ts'
import { runRoutes } from '#modules/imports/run.routes.ts'
import { workOnRun } from '#modules/imports/run-work.node.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { perform } from '#server/perform.ts'
import { program, write } from '#server/write.ts'
import { defineCommand, UsageError } from '../command-line.ts'
import { communes, longList } from './bench/long-list.ts'

export const command = defineCommand({
  name: 'bench-import',
  summary: {
    vi: 'Đo việc xem trước, ghi và hoàn tác một danh sách dài, trên cơ sở dữ liệu riêng.',
    en: 'Measures previewing, applying and undoing a long list, on a database of its own.',
  },
  usage: 'bench-import [--rows 38000]',
  options: { rows: { type: 'string', default: '38000' } },
  async run({ values }, io) {
    const rows = Number(values.rows)
    if (!Number.isInteger(rows) || rows < 1) throw new UsageError({ vi: '--rows là một số từ 1.', en: '--rows is a number from 1 on.' })
    const folder = mkdtempSync(join(tmpdir(), 'kecan-bench-'))
    const server = await joinEmbedded(folder, { durable: false })
    const db = connect(server.url, { max: 4 })
    const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const began = performance.now()
      const result = await work()
      io.out(`${what.padEnd(10)} ${((performance.now() - began) / 1000).toFixed(1)} s  ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
      return result
    }
    try {
      await migrate(db)
      const house = buildHouse({ db })
      await write(house, { operation: 'bench' }, async (tx) => {
        await syncTitles(tx)
        await addUnits(
          tx,
          communes.map((nameVi) => ({ nameVi, nameEn: nameVi, kind: 'commune', from: '2005-01-01' })),
        )
      })
      const routes = new Map(runRoutes({ keepers, enqueue: async () => undefined }).map((route) => [route.op.id, route]))
      const ask = async (id: string, input: object, bytes?: Buffer) => {
        const route = routes.get(id)
        return route && ((await perform(house, route, input, program, bytes && { name: 'bench.xlsx', bytes })) as { id: string })
      }
      const bytes = Buffer.from(await timed('write', () => longList(rows)))
      const runId = (await ask(beginRun.id, { kind: 'people' }, bytes))?.id ?? ''
      await timed('preview', () => workOnRun(house, runId, keepers))
      await ask(applyRun.id, { runId })
      await timed('apply', () => workOnRun(house, runId, keepers))
      await ask(undoRun.id, { runId, reason: 'bench' })
      await timed('undo', () => workOnRun(house, runId, keepers))
    } finally {
      await db.destroy()
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})
