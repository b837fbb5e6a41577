import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from './connect.ts'
import { type EmbeddedServer, joinEmbedded } from './embedded.ts'
import { isRunning, pidOf } from './embedded-pid.ts'

const lasting = { durable: false }

test('all who join at once share one server, and the last to leave stops it', async () => {
  const folder = newFolder()

  const [first, second, third] = await joinTimes(folder, 3)
  expect(new Set([first.url, second.url, third.url]).size).toBe(1)

  await first.leave()
  await second.leave()
  expect(await answers(third)).toBe(true)
  await third.leave()
  expect(runs(folder)).toBe(false)
})

test('of two who leave at the same moment one stops the server', async () => {
  const folder = newFolder()
  const [first, second] = await joinTimes(folder, 2)

  await Promise.all([first.leave(), second.leave()])

  expect(runs(folder)).toBe(false)
})

test('who comes while the last one leaves gets a running server', async () => {
  const folder = newFolder()
  let server = await joinEmbedded(folder, lasting)

  for (let round = 0; round < 3; round += 1) {
    const [next] = await Promise.all([joinEmbedded(folder, lasting), server.leave()])
    server = next
    expect(await answers(server)).toBe(true)
  }
  await server.leave()
})

test('what was written is there when the server is started again', async () => {
  const folder = newFolder()
  const before = await joinEmbedded(folder, lasting)
  await run(before, 'create table kept as select 7 as value')
  await before.leave()

  const after = await joinEmbedded(folder, lasting)
  expect(await run(after, 'select value from kept')).toEqual([{ value: 7 }])
  expect(after.url).toBe(before.url)
  await after.leave()
})

test('a killed program leaves a server that the next one joins and stops', async () => {
  const folder = newFolder()
  await killAfterJoining(folder)
  expect(runs(folder)).toBe(true)

  const next = await joinEmbedded(folder, lasting)
  expect(await answers(next)).toBe(true)
  await next.leave()
  expect(runs(folder)).toBe(false)
})

test('a killed server is started again by the next one', async () => {
  const folder = newFolder()
  await killAfterJoining(folder)
  process.kill(pidOf(join(folder, 'data')), 'SIGKILL')

  const next = await joinEmbedded(folder, lasting)
  expect(await answers(next)).toBe(true)
  await next.leave()
})

test('who uses the server when it is killed gets it back on the same port', async () => {
  const folder = newFolder()
  const server = await joinEmbedded(folder, lasting)
  const killed = pidOf(join(folder, 'data'))

  process.kill(killed, 'SIGKILL')
  await expect.poll(() => answers(server).catch(() => false), { timeout: 15_000 }).toBe(true)

  expect(pidOf(join(folder, 'data'))).not.toBe(killed)
  await server.leave()
  expect(runs(folder)).toBe(false)
})

test('locks and process numbers that a crash left behind stop nobody', async () => {
  const folder = newFolder()
  await (await joinEmbedded(folder, lasting)).leave()
  writeFileSync(join(folder, 'start.lock'), '999999 a process that is no more')
  // After a restart of the machine the server's old number may be anyone's: here it is ours.
  writeFileSync(
    join(folder, 'data', 'postmaster.pid'),
    [process.pid, join(folder, 'data'), 0, 1, '', 'localhost', '', 'ready', ''].join('\n'),
  )

  const server = await joinEmbedded(folder, lasting)
  expect(await answers(server)).toBe(true)
  await server.leave()
})

test('a cluster that was only half made is made anew', async () => {
  const folder = newFolder()
  await (await joinEmbedded(folder, lasting)).leave()
  rmSync(join(folder, 'data', 'global'), { recursive: true })
  renameSync(join(folder, 'data'), join(folder, 'data.new'))

  const server = await joinEmbedded(folder, lasting)
  expect(await answers(server)).toBe(true)
  await server.leave()
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecan-embedded-'))
  onTestFinished(async () => {
    if (runs(folder)) await (await joinEmbedded(folder, lasting)).leave()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

function runs(folder: string): boolean {
  return existsSync(join(folder, 'data')) && isRunning(join(folder, 'data'))
}

async function joinTimes(folder: string, times: number): Promise<[EmbeddedServer, EmbeddedServer, EmbeddedServer]> {
  const joined = await Promise.all(Array.from({ length: times }, () => joinEmbedded(folder, lasting)))
  return joined as [EmbeddedServer, EmbeddedServer, EmbeddedServer]
}

async function run(server: EmbeddedServer, statement: string): Promise<unknown[]> {
  const db = connect(server.url, { max: 1 })
  try {
    return (await sql.raw(statement).execute(db)).rows
  } finally {
    await db.destroy()
  }
}

async function answers(server: EmbeddedServer): Promise<boolean> {
  return (await run(server, 'select 1 as one')).length === 1
}

/** Another process joins the server and is killed before it can leave. */
function killAfterJoining(folder: string): Promise<void> {
  const program = `
    import { joinEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    await joinEmbedded(${JSON.stringify(folder)}, { durable: false })
    console.log('joined')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve) => {
    child.stdout.once('data', () => child.kill('SIGKILL'))
    child.once('exit', () => resolve())
  })
}
