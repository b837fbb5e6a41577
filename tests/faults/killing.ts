import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Random } from '../../src/demo/random.ts'
import { type Act, enteringPaper, reorganising, withdrawingPaper } from './acts.ts'
import type { Cluster } from './cluster.ts'
import { applyingList, undoingList, until } from './import-acts.ts'
import { foundOffice, type Office } from './office.ts'
import { Officer, type Outcome } from './officer.ts'
import { serve, type Served } from './served.ts'
import { faultsOf } from './whole.ts'

/** What is killed: the program that serves and works off jobs, or the database server with all its processes. */
export type Victim = 'server' | 'database'
export type Killing = { act: string; afterMs: number; acknowledged: boolean; state: string; faults: string[] }

type Making = (office: Office, officer: Officer) => Promise<Act>
const makings: Making[] = [
  () => enteringPaper(),
  (office) => withdrawingPaper(office),
  (office) => reorganising(office),
  (_, officer) => applyingList(officer),
  (_, officer) => undoingList(officer),
]

/** Cuts acts off at random moments, so often, and tells of each what was left of it. */
export async function killAtRandom(
  cluster: Cluster,
  { times, victim, random, tell }: { times: number; victim: Victim; random: Random; tell: (killing: Killing) => void },
): Promise<Killing[]> {
  const office = await foundOffice(cluster.db)
  let served = await serve(cluster.url)
  const officer = new Officer(served.address, office.token)
  const killings: Killing[] = []
  try {
    const lengths = await lengthsOf(cluster, office, officer)
    // A short run begins anywhere, a long one takes all in turn.
    const first = random.whole(0, makings.length - 1)
    for (let time = 0; time < times; time++) {
      const which = (first + time) % makings.length
      const act = await made(makings[which], office, officer)
      // Over half as long again as the act takes: before, within, just after.
      const afterMs = Math.round(random.real() * (lengths[which] ?? 0) * 1.5)
      const outcome = act.begin(officer)
      await pause(afterMs)
      served = await struck(cluster, victim, served)
      officer.address = served.address
      const killing = await judged(cluster, act, { afterMs, outcome: await outcome })
      killings.push(killing)
      tell(killing)
    }
  } finally {
    await served.stop()
  }
  return killings
}

/** How long each act takes undisturbed, its work after the answer included. */
async function lengthsOf(cluster: Cluster, office: Office, officer: Officer): Promise<number[]> {
  const lengths: number[] = []
  for (const making of makings) {
    const act = await making(office, officer)
    const began = performance.now()
    const { status, reply } = await act.begin(officer)
    await act.settle?.(cluster.db)
    lengths.push(performance.now() - began)
    const state = await act.state(cluster.db)
    if (status !== 200 || state !== 'done') throw new Error(`${act.name}: ${status} ${state} ${JSON.stringify(reply)}`)
  }
  return lengths
}

async function made(making: Making | undefined, office: Office, officer: Officer): Promise<Act> {
  if (!making) throw new Error('No such act')
  return making(office, officer)
}

/** Kills, and waits until all is there again: a killed server is started anew, a killed database comes back by itself. */
async function struck(cluster: Cluster, victim: Victim, served: Served): Promise<Served> {
  if (victim === 'server') {
    await served.kill()
    return serve(cluster.url)
  }
  cluster.kill()
  await until(async () => (await sessionStatus(served.address)) === 200, 'The server to answer again')
  await until(() => isReachable(cluster), 'The database to be reachable')
  return served
}

/** Our own connections broke with the others; each is replaced at its next use. */
async function isReachable({ db }: Cluster): Promise<boolean> {
  const asked = await Promise.allSettled([1, 2, 3].map(() => sql`select 1`.execute(db)))
  return asked.every(({ status }) => status === 'fulfilled')
}

async function sessionStatus(address: string): Promise<number> {
  const answer = await fetch(new URL('/api/session', address)).catch(() => undefined)
  return answer?.status ?? 0
}

async function judged({ db }: Cluster, act: Act, { afterMs, outcome }: { afterMs: number; outcome: Outcome<unknown> }): Promise<Killing> {
  await act.settle?.(db)
  const state = await act.state(db)
  const acknowledged = outcome.status === 200
  const faults = await faultsOf(db)
  if (state !== 'done' && state !== 'undone') faults.push(`half done: ${state}`)
  // An import is answered when it is asked for; cut off, it is given back and says so. All else is done when it is answered.
  const isKept = act.wasAsked ? await act.wasAsked(db) : state === 'done'
  if (acknowledged && !isKept) faults.push('acknowledged and lost')
  if (outcome.status !== null && outcome.status !== 200 && outcome.status !== 503) faults.push(`answered ${outcome.status}`)
  return { act: act.name, afterMs, acknowledged, state, faults }
}
