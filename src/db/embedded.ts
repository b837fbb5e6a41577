import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { withLock } from '../../bin/lock.mjs'
import { createCluster, type Settings, startCluster, stopCluster } from './embedded-cluster.ts'
import { isRunning, portOf } from './embedded-pid.ts'
import { type Place, placeFor } from './embedded-place.ts'
import { SetUpError } from './set-up-error.ts'

export interface EmbeddedServer {
  url: string
  /** Ends our part; the last one to leave stops the server. */
  leave: () => Promise<void>
}

/** Held shared by everyone who uses the server, tried alone by whoever leaves: got alone, nobody else is there. */
const inUse = 0x6b656361
const database = 'kecan'
const patienceInMs = 90_000
const attempts = 10
const patienceBetweenTriesInMs = 2_000

/** Joins the server of that folder, or makes and starts it. */
export async function joinEmbedded(folder: string, settings: Settings = { durable: true }): Promise<EmbeddedServer> {
  const root = resolve(folder)
  openFolder(root)
  let leaving: Promise<void> | undefined
  let holding = holdOrStart()
  const { port } = await holding

  async function holdOrStart(): Promise<pg.Client> {
    const holder = (await hold(root)) ?? (await withLock(join(root, 'start.lock'), () => start(root, settings)))
    // When one of its processes crashes PostgreSQL drops all connections, and with ours the word that we use the server.
    holder.once('end', takeUpAgain)
    return holder
  }

  /** Until it is there again: a full disk may keep it from starting for hours, and the pages say so meanwhile. */
  function takeUpAgain(): void {
    if (leaving !== undefined) return
    holding = holdOrStart()
    holding.catch(() => setTimeout(takeUpAgain, patienceBetweenTriesInMs).unref())
  }

  return {
    url: urlOf(root, port, database),
    leave: () => (leaving ??= leave()),
  }

  async function leave(): Promise<void> {
    const holder = await holding.catch(() => undefined)
    if (holder === undefined) return
    if (await isLast(holder)) await stopCluster(placeFor(root))
    await holder.end().catch(() => undefined)
  }
}

async function isLast(holder: pg.Client): Promise<boolean> {
  try {
    await holder.query('select pg_advisory_unlock_all()')
    const { rows } = await holder.query<{ alone: boolean }>(`select pg_try_advisory_lock(${inUse}) as alone`)
    return rows[0]?.alone ?? false
  } catch {
    // The server is gone already.
    return false
  }
}

/** A connection that says "in use", or undefined when the server is not running or about to stop. */
async function hold(folder: string): Promise<pg.Client | undefined> {
  const port = portOf(join(folder, 'data'))
  if (port === undefined) return undefined
  const client = new pg.Client({
    connectionString: urlOf(folder, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
    application_name: 'kecan holder',
    keepAlive: true,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock_shared(${inUse}) as held`)
    if (rows[0]?.held) return client
  } catch {
    // Not up, or another server on a port left in the file.
  }
  await client.end().catch(() => undefined)
  return undefined
}

async function start(folder: string, settings: Settings): Promise<pg.Client> {
  const place = placeFor(folder)
  const until = Date.now() + patienceInMs
  let attempt = 0
  for (;;) {
    const client = await hold(folder)
    if (client !== undefined) return client
    if (Date.now() > until) throw notStarted(folder)
    // Running but not yet, or no longer, open to us: its start or its end is awaited.
    if (isRunning(place.data)) await pause(20)
    else await startOrRetry(folder, place, settings, ++attempt)
  }
}

async function startOrRetry(folder: string, place: Place, settings: Settings, attempt: number): Promise<void> {
  try {
    if (!existsSync(place.data)) await createCluster(place, makePassword(folder), settings)
    rmSync(join(place.data, 'postmaster.pid'), { force: true })
    await startCluster(place, settings)
    await createDatabase(folder)
  } catch (cause) {
    if (attempt === attempts) throw notStarted(folder, cause)
    // After a kill its last processes may need a moment to go; a port may have been taken in between.
    await pause(500)
  }
}

async function createDatabase(folder: string): Promise<void> {
  const client = await hold(folder)
  if (client === undefined) return
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    if (existsSync(join(folder, 'data'))) accessSync(join(folder, 'password'), constants.R_OK)
  } catch (cause) {
    throw new SetUpError(
      `Không dùng được thư mục dữ liệu ${folder}: thiếu quyền ghi, hoặc thư mục thuộc người dùng khác. Đặt KECAN_DATA là một thư mục khác.`,
      `The data folder ${folder} cannot be used: no permission to write, or it belongs to another user. Set KECAN_DATA to another folder.`,
      cause,
    )
  }
}

function makePassword(folder: string): string {
  const file = join(folder, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return passwordOf(folder)
}

function urlOf(folder: string, port: number, name: string): string {
  return `postgres://kecan:${passwordOf(folder)}@127.0.0.1:${port}/${name}`
}

function passwordOf(folder: string): string {
  return readFileSync(join(folder, 'password'), 'utf8').trim()
}

function notStarted(folder: string, cause?: unknown): SetUpError {
  const log = join(folder, 'data', 'server.log')
  const lastWords = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3) : []
  const why = [cause instanceof Error ? cause.message : '', ...lastWords].join('\n')
  return new SetUpError(
    `Máy chủ PostgreSQL kèm theo không khởi động được; xem ${log}.`,
    `The embedded PostgreSQL did not start; see ${log}.\n${why}`,
    cause,
  )
}
