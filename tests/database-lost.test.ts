import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app'
import { connect, type Db } from '#db/connect.ts'
import { listDecisions } from '#modules/decisions/decision.contract.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { jobEnded } from '#server/happenings.ts'
import { startJobs } from '#server/job-thread.ts'
import { testApp, type TestApp } from './app.ts'

let office: TestApp
let line: Line
let db: Db
let app: Awaited<ReturnType<typeof buildApp>>
let cookies: Record<string, string>

/** The line between the server and its database, which can be cut and mended. */
type Line = { over: (url: string) => string; cut: () => Promise<void>; mend: () => Promise<void> }

async function makeLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = dial(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const own = (server.address() as AddressInfo).port
  return {
    over: (other) => Object.assign(new URL(other), { hostname: '127.0.0.1', port: String(own) }).href,
    cut: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend: () => listen(own),
  }
}

beforeAll(async () => {
  office = await testApp()
  line = await makeLine(office.url)
  db = connect(line.over(office.appUrl), { max: 4, serving: true })
  app = await buildApp({ db, clock: office.house.clock })
  const token = await office.write(async (tx) => {
    const accountId = await addAccount(tx, { username: 'x', displayName: 'x', passwordHash: '', personId: null, mustChangePassword: false })
    await addGrant(tx, { accountId, role: 'organisation_officer', unitId: null })
    return addSession(tx, { accountId, now: office.house.clock() })
  })
  cookies = { kecan_session: token }
})
afterAll(async () => {
  await app.close()
  await db.destroy()
  await line.cut()
})

const look = async () => app.inject({ url: '/api/decisions', cookies })
const ready = async () => (await app.inject({ url: '/health/ready' })).statusCode
let papers = 0
const record = () => {
  const code = `${++papers}-QĐ/HU`
  const payload = { code, kind: 'other', issuedOn: '2020-01-01', issuer: 'Huyện ủy', subject: 'Thử' }
  return app.inject({ method: 'POST', url: '/api/decisions', cookies, payload }).then(({ statusCode }) => ({ code, statusCode }))
}

test('while the database is away every request is told so, and when it is back the server goes on by itself', async () => {
  expect([(await look()).statusCode, await ready()]).toEqual([200, 200])

  const underWay = [...Array.from({ length: 6 }, record), ...Array.from({ length: 6 }, look)]
  await line.cut()
  const statuses = (await Promise.all(underWay)).map(({ statusCode }) => statusCode)
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])

  const away = await look()
  expect(away.headers['retry-after']).toBe('3')
  expect(away.json()).toMatchObject({
    status: 503,
    code: 'unavailable',
    detail: expect.stringContaining('Máy chủ dữ liệu đang khởi động lại'),
  })
  expect((await record()).statusCode).toBe(503)
  expect([await ready(), (await app.inject({ url: '/health/live' })).statusCode]).toEqual([503, 200])

  await line.mend()
  expect([(await look()).statusCode, (await record()).statusCode, await ready()]).toEqual([200, 200, 200])
})

test('connections that the administrator ends take with them what was under way, and nothing that was answered', async () => {
  const underWay = Array.from({ length: 8 }, record)
  const end = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  await end.execute(office.db)
  const answers = await Promise.all(underWay)
  expect(answers.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 503)).toEqual([])

  const { decisions } = await office.call(listDecisions, { limit: 200 })
  const kept = decisions.map(({ code }) => code)
  for (const { code, statusCode } of answers) if (statusCode === 200) expect(kept).toContain(code)
  expect((await look()).statusCode).toBe(200)
})

test('the thread of jobs, too, goes on when the database is back', { timeout: 90_000 }, async () => {
  const urls = { url: line.over(office.url), appUrl: line.over(office.appUrl) }
  const jobs = await startJobs(urls, new URL('../src/jobs.ts', import.meta.url))
  const next = () =>
    new Promise<unknown>((resolve) => {
      const hear = (told: unknown) => {
        unsubscribe(jobEnded.name, hear)
        resolve(told)
      }
      subscribe(jobEnded.name, hear)
    })
  const ask = () => sql`select public.enqueue('imports.work', '{"runId":"00000000-0000-4000-8000-000000000000"}'::json)`.execute(office.db)

  const [before] = await Promise.all([next(), ask()])
  expect(before).toMatchObject({ job: 'imports.work' })
  await line.cut()
  await line.mend()
  const [after] = await Promise.all([next(), ask()])
  expect(after).toMatchObject({ job: 'imports.work' })
  await jobs.stop()
})
