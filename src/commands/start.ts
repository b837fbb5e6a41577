import { buildApp } from '#app'
import { appAddress } from '#db/app-role.ts'
import { connect, type Db, openDatabase } from '#db/connect.ts'
import { onInterrupt } from '#db/interrupt.ts'
import { migrate } from '#db/migrate.ts'
import { startJobs } from '#server/job-thread.ts'
import type { MetricsOptions } from '#server/metrics.ts'
import { endServing } from '#server/shutdown.ts'
import { backupCron } from '../backup/settings.ts'
import { beginCatalogues, syncCatalogues } from '../catalogues.ts'
import { defineCommand, type Io } from '../command-line.ts'
import { loadInto, printDemo } from './demo.ts'
import { measured } from '../measured.ts'
import { choosePort, listeningAddress, warningOfPlainHttp } from '../port.ts'
import { signOnFromEnvironment } from '../sign-on.ts'

export const command = defineCommand({
  name: 'start',
  summary: {
    vi: 'Khởi động hệ thống: cập nhật cơ sở dữ liệu, nạp dữ liệu mẫu khi còn trống, mở trang web.',
    en: 'Starts the system: updates the database, loads the demo when it is empty, serves the pages.',
  },
  usage: 'start',
  options: {},
  async run(_, io) {
    // Before anything is loaded: a port that cannot be had, or a setting that is none, should not cost a wait.
    await freePort()
    backupCron()
    const { db, url, close } = await openDatabase({ migrated: false })
    try {
      await migrate(db)
      await syncCatalogues(db)
      if (process.env['KECAN_DEMO']?.trim() !== 'off') await loadInto(db, io)
      await beginCatalogues(db)
      await serve(db, url, io)
    } finally {
      await close()
    }
  },
})

async function isDemo(db: Db): Promise<boolean> {
  const authority = await db.selectFrom('organisation.authority').select('is_demo').executeTakeFirst()
  return authority?.is_demo ?? false
}

const host = process.env['HOST'] || '127.0.0.1'

function freePort(): Promise<number> {
  return choosePort(host, process.env['PORT'])
}

/** Metrics are for whoever asks for them, by name or by giving them a token. */
function metricsWished(measure: MetricsOptions['measure']): MetricsOptions | undefined {
  const token = process.env['KECAN_METRICS_TOKEN'] || undefined
  return token || process.env['KECAN_METRICS'] === 'on' ? { token, measure } : undefined
}

async function serve(db: Db, url: string, io: Io): Promise<void> {
  const port = await freePort()
  const appUrl = await appAddress(db, url)
  const traces = process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ? await (await import('#server/traces.ts')).startTraces() : undefined
  const serving = connect(appUrl, { max: 16, serving: true })
  const metrics = metricsWished(() => measured(db))
  const app = await buildApp({ db: serving, log: true, metrics, traces, signOn: signOnFromEnvironment(io) })
  const jobs = await startJobs({ url, appUrl }, new URL('../jobs.ts', import.meta.url), app.log)
  app.addHook('onClose', async () => {
    await jobs.stop()
    await serving.destroy()
    await traces?.end()
  })
  await app.listen({ host, port })
  // A server that is told to stop has done its work.
  process.exitCode = 0
  onInterrupt(() => endServing(app))
  if (await isDemo(db)) await printDemo(db, io)
  io.out(`Kế Cận: ${listeningAddress(app.server)}`)
  for (const line of warningOfPlainHttp(host)) io.out(line)
  await new Promise((resolve) => app.server.once('close', resolve))
}
