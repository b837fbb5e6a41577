import { sql } from 'kysely'
import { openSession } from '#modules/access/session.contract.ts'
import { createDecision, readDecision } from '#modules/decisions/decision.contract.ts'
import { applyRun, beginRun, readRun } from '#modules/imports/run.contract.ts'
import { workingStatuses } from '#modules/imports/run.ts'
import type { Cluster } from './cluster.ts'
import { listOfPeople, readyList, rowsEach, until } from './import-acts.ts'
import { foundOffice } from './office.ts'
import { Officer, replyOf } from './officer.ts'
import { serve } from './served.ts'
import { faultsOf } from './whole.ts'

const papersEach = 25

/** Two servers on one database: what one does the other knows, jobs are done once, and nobody overtakes anybody. */
export async function serveTwice(cluster: Cluster): Promise<{ found: Record<string, string>; faults: string[] }> {
  const { token } = await foundOffice(cluster.db)
  const servers = await Promise.all([serve(cluster.url), serve(cluster.url)])
  try {
    const [one, two] = servers.map(({ address }) => new Officer(address, token)) as [Officer, Officer]
    const found = {
      'papers entered at both at once': await papers(one, two),
      'one list applied at both at once': await oneList(cluster, one, two),
      'one workbook entered and applied at both': await sameWorkbook(cluster, one, two),
      'guesses at a password': await guesses(one, two),
    }
    const wrong = Object.entries(found).filter(([, outcome]) => !outcome.startsWith('ok'))
    return { found, faults: [...wrong.map(([what, outcome]) => `${what}: ${outcome}`), ...(await faultsOf(cluster.db))] }
  } finally {
    await Promise.all(servers.map((served) => served.stop()))
  }
}

async function papers(one: Officer, two: Officer): Promise<string> {
  const paper = (code: string) => ({ code, kind: 'sending' as const, issuedOn: '2018-09-12', issuer: 'Huyện ủy', subject: 'Cử đi học' })
  const made = await Promise.all(
    Array.from({ length: papersEach }, (_, number) => [
      one.call(createDecision, paper(`a${number}-QĐ/HU`)),
      two.call(createDecision, paper(`b${number}-QĐ/HU`)),
    ]).flat(),
  )
  const ids = made.map((outcome) => replyOf(outcome).id)
  // Each is read at the other server, at once.
  const read = await Promise.all(ids.map((decisionId, at) => (at % 2 ? one : two).call(readDecision, { decisionId })))
  const known = read.filter(({ status }) => status === 200).length
  return known === 2 * papersEach ? `ok: ${known} entered, each known at the other` : `${known} of ${2 * papersEach} known at the other`
}

async function oneList({ db }: Cluster, one: Officer, two: Officer): Promise<string> {
  const runId = await readyList(one)
  const statuses = (await Promise.all([one, two].map((officer) => officer.call(applyRun, { runId })))).map(({ status }) => status)
  await until(async () => replyOf(await two.call(readRun, { runId })).run.status === 'applied', 'The list to be applied')
  const { rows } = await sql<{ people: number; written: number }>`
    select (select count(*)::int from people.profile where run_id = ${runId}::uuid) as people,
      (select count(*)::int from audit.entry where operation = 'imports.runs.write' and subject_id = ${runId}::uuid) as written`.execute(db)
  const [{ people, written } = { people: 0, written: 0 }] = rows
  const isOnce = statuses.toSorted().join() === '200,409' && people === rowsEach && written === 1
  return `${isOnce ? 'ok: ' : ''}answered ${statuses.join(' and ')}, ${people} people, written ${written} time(s)`
}

/** The same file as two imports, each read by its own server before either is applied. */
async function sameWorkbook({ db }: Cluster, one: Officer, two: Officer): Promise<string> {
  const bytes = await listOfPeople()
  const runs = await Promise.all(
    [one, two].map(async (officer) => {
      const { id } = replyOf(await officer.upload(beginRun, { kind: 'people' }, bytes))
      return id
    }),
  )
  const statusOf = async (runId: string) => replyOf(await one.call(readRun, { runId })).run.status
  for (const runId of runs) await until(async () => (await statusOf(runId)) === 'ready', 'The list to be read')
  await Promise.all([one.call(applyRun, { runId: runs[0] ?? '' }), two.call(applyRun, { runId: runs[1] ?? '' })])
  const isAtRest = async (runId: string) => !workingStatuses.includes(await statusOf(runId))
  for (const runId of runs) await until(() => isAtRest(runId), 'The list to come to rest')
  const ended = await Promise.all(runs.map(statusOf))
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from people.profile where run_id = any(${runs}::uuid[])`.execute(db)
  const people = rows[0]?.people ?? 0
  const isOnce = ended.toSorted().join() === 'applied,ready' && people === rowsEach
  return `${isOnce ? 'ok: ' : ''}ended ${ended.join(' and ')}, ${people} people of ${rowsEach}`
}

async function guesses(one: Officer, two: Officer): Promise<string> {
  const guess = (officer: Officer) => officer.call(openSession, { username: 'tochuc', password: 'sai mật khẩu' })
  const codeOf = (reply: unknown): string =>
    JSON.stringify(reply)
      .match(/"code":"([\w-]+)"/g)
      ?.at(-1) ?? ''
  const first = await guess(one)
  let guessed = 1
  let last = codeOf(first.reply)
  while (guessed < 25 && last === codeOf(first.reply)) {
    last = codeOf((await guess(one)).reply)
    guessed++
  }
  const elsewhere = codeOf((await guess(two)).reply)
  const isShared = last !== codeOf(first.reply) && elsewhere === last
  return `${isShared ? 'ok: ' : ''}after ${guessed} at one: ${last}; at the other: ${elsewhere}`
}
