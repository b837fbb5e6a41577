import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { createDecision, readDecision } from '#modules/decisions/decision.contract.ts'
import { applyRun } from '#modules/imports/run.contract.ts'
import { type Cluster, durableCluster } from './cluster.ts'
import { readyList, settled, until } from './import-acts.ts'
import { foundOffice } from './office.ts'
import { Officer } from './officer.ts'
import { serve } from './served.ts'
import { faultsOf } from './whole.ts'

export type Filled = { told: Record<string, number>; acknowledged: number; recoveredMs: number; list: string; faults: string[] }

const diskInMb = 400
const leftBytes = 256 * 1024
const triesWhenFull = 200
const triesWhenAway = 50

/** A disk of its own in memory; only root may make one. */
export const canMakeDisk = process.platform === 'linux' && process.getuid?.() === 0

/** The disk of the database runs full while officers work, and is given space again. */
export async function fillTheDisk(): Promise<Filled> {
  const disk = mkdtempSync(join(tmpdir(), 'kecan-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskInMb}m,mode=0711`, 'tmpfs', disk])
  try {
    const cluster = await durableCluster(join(disk, 'cluster'))
    try {
      return await work(cluster, disk)
    } finally {
      await cluster.end()
    }
  } finally {
    execFileSync('umount', ['--lazy', disk])
    rmdirSync(disk)
  }
}

async function work(cluster: Cluster, disk: string): Promise<Filled> {
  const { token } = await foundOffice(cluster.db)
  const served = await serve(cluster.url)
  const officer = new Officer(served.address, token)
  const told: Record<string, number> = {}
  const papers = new Map<string, string>()
  const enter = async (code: string): Promise<number | null> => {
    const paper = { code, kind: 'sending' as const, issuedOn: '2018-09-12', issuer: 'Huyện ủy', subject: 'Nội dung '.repeat(50) }
    const { status, reply } = await officer.call(createDecision, paper)
    const key = status === 200 ? '200' : `${status} ${(reply as { code?: string } | null)?.code ?? ''}`.trim()
    told[key] = (told[key] ?? 0) + 1
    if (status === 200) papers.set(reply.id, code)
    return status
  }
  try {
    const runId = await readyList(officer)
    fill(join(disk, 'filler'), disk)
    await officer.call(applyRun, { runId })
    for (let number = 0; number < triesWhenFull; number++) await Promise.all([0, 1, 2, 3].map((who) => enter(`${who}.${number}-QĐ/HU`)))
    await exhaustLog(cluster.db)
    // The database may now be unable even to start.
    for (let number = 0; number < triesWhenAway; number++) {
      await enter(`away.${number}-QĐ/HU`)
      await pause(100)
    }
    rmSync(join(disk, 'filler'))
    const began = performance.now()
    await until(async () => (await enter(`${crypto.randomUUID()}-QĐ`)) === 200, 'The server to write again')
    const recoveredMs = Math.round(performance.now() - began)
    await settled(cluster.db, runId)
    const run = await cluster.db.selectFrom('imports.run').select('status').where('id', '=', runId).executeTakeFirstOrThrow()
    const faults = [...(await faultsOf(cluster.db)), ...(await lost(officer, papers)), ...oddAnswers(told)]
    return { told, acknowledged: papers.size, recoveredMs, list: run.status, faults }
  } finally {
    await served.stop()
  }
}

/** Writes nothing but the log ahead of writing, until the database finds no space for that either and gives up. */
async function exhaustLog(db: Db): Promise<void> {
  try {
    for (let megabytes = 0; megabytes < diskInMb; megabytes++)
      await sql`select pg_logical_emit_message(false, 'fault', repeat('x', 1000000), true)`.execute(db)
  } catch {
    // What it was for.
  }
}

/** Takes all space but a little. */
function fill(file: string, disk: string): void {
  const { bavail, bsize } = statfsSync(disk)
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(1024 * 1024, 1)
  for (let left = bavail * bsize - leftBytes; left > 0; left -= block.length) writeSync(handle, block, 0, Math.min(left, block.length))
  closeSync(handle)
}

async function lost(officer: Officer, papers: Map<string, string>): Promise<string[]> {
  const found: string[] = []
  for (const [decisionId, code] of papers) {
    const { status } = await officer.call(readDecision, { decisionId })
    if (status !== 200) found.push(`acknowledged and lost: ${code} (${status})`)
  }
  return found
}

/** Full is told as what it is, or as a database that is away while it starts again: 503, never a fault of the program. */
function oddAnswers(told: Record<string, number>): string[] {
  const odd = Object.keys(told).filter((key) => key !== '200' && !key.startsWith('503'))
  if (!Object.keys(told).some((key) => key.startsWith('503'))) odd.push('the disk was never full')
  return odd.map((key) => `answered ${key}`)
}
