import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { giveTo, type Place } from './embedded-place.ts'
import { isRunning, pidOf, portOfLastRun } from './embedded-pid.ts'

/** The settings of a small machine; `durable: false` is for what may be lost, such as tests. */
export interface Settings {
  durable: boolean
}

/** Makes the cluster, all or nothing: it is built beside its place and moved there when complete. */
export async function createCluster(place: Place, password: string, { durable }: Settings): Promise<void> {
  const beginning = `${place.data}.new`
  rmSync(beginning, { recursive: true, force: true })
  mkdirSync(beginning, { mode: 0o700 })
  giveTo(place, beginning)
  const secret = mkdtempSync(join(tmpdir(), 'kecan-'))
  const passwordFile = join(secret, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(place, secret)
  try {
    await run(place, place.binaries.initdb, [
      `--pgdata=${beginning}`,
      '--username=kecan',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Sorted by code point as everywhere alike; Vietnamese order is asked for where it is meant ("vi-x-icu").
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ])
  } finally {
    rmSync(secret, { recursive: true, force: true })
  }
  appendFileSync(join(beginning, 'postgresql.conf'), "\ninclude 'kecan.conf'\n")
  renameSync(beginning, place.data)
}

/** Starts the server in the background, on its last port or, when that is taken, another free one. */
export async function startCluster(place: Place, settings: Settings): Promise<void> {
  const port = await freePort(portOfLastRun(place.data))
  const file = join(place.data, 'kecan.conf')
  writeFileSync(file, configuration(port, settings))
  giveTo(place, file)
  const log = join(place.data, 'server.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
  await run(place, place.binaries.pgCtl, ['start', '--pgdata', place.data, '--log', log, '--wait', '--timeout', '60', '--silent'])
}

/** Stops the server that runs now; another one may be started behind it at once. */
export async function stopCluster(place: Place): Promise<void> {
  const pid = pidOf(place.data)
  // Not pg_ctl's own waiting: it would wait for the end of the next server, too.
  await run(place, place.binaries.pgCtl, ['stop', '--pgdata', place.data, '--mode', 'fast', '--no-wait', '--silent'])
  while (pidOf(place.data) === pid && isRunning(place.data)) await pause(10)
}

function configuration(port: number, { durable }: Settings): string {
  const settings: Record<string, string | number> = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    port,
    max_connections: 60,
    shared_buffers: durable ? "'256MB'" : "'128MB'",
    effective_cache_size: "'1GB'",
    work_mem: "'16MB'",
    maintenance_work_mem: "'128MB'",
    max_wal_size: "'1GB'",
    // No replica is fed from the embedded server; bulk loads write less so.
    wal_level: 'minimal',
    max_wal_senders: 0,
    random_page_cost: 1.1,
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

async function freePort(wished: number | undefined): Promise<number> {
  return (wished === undefined ? undefined : await listenOnce(wished)) ?? (await listenOnce(0)) ?? 0
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}

function run(place: Place, program: string, args: string[]): Promise<void> {
  const [command = program, ...rest] = [...place.prefix, program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      ...place.user,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', PGOPTIONS: '', PGDATA: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.once('error', reject)
    // Not 'close': on Windows the server inherits the pipes of the program that started it.
    child.once('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      if (code === 0) return resolve()
      reject(new Error(`${program} ${args[0]} → ${code}\n${said.trim()}`))
    })
  })
}
