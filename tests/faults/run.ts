import { parseArgs } from 'node:util'
import { randomFrom } from '../../src/demo/random.ts'
import { type Cluster, durableCluster } from './cluster.ts'
import { canMakeDisk, fillTheDisk } from './disk-full.ts'
import { killAtRandom, type Killing, type Victim } from './killing.ts'
import { serveTwice } from './two-servers.ts'
import { killUnderLoad } from './under-load.ts'

// Run by `npm run faults`: every fault, so often, from a seed that is printed; the same seed makes the same choices again.

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string' },
    times: { type: 'string', default: '200' },
    'database-times': { type: 'string', default: '50' },
  },
})
const seed = values.seed ?? String(Date.now() % 1_000_000)
const random = randomFrom(seed)
console.log(`seed ${seed}`)

const faults: string[] = []
const parts: Record<string, () => Promise<string[]>> = {
  server: () => inCluster((cluster) => kill(cluster, 'server', Number(values.times))),
  database: () => inCluster((cluster) => kill(cluster, 'database', Number(values['database-times']))),
  load: () => inCluster(async (cluster) => said(await killUnderLoad(cluster, { times: 10, random }))),
  disk: async () => (canMakeDisk ? said(await fillTheDisk()) : []),
  twice: () => inCluster(async (cluster) => said(await serveTwice(cluster))),
}
const wanted = values.only?.split(',') ?? Object.keys(parts)

for (const name of wanted) {
  const began = performance.now()
  console.log(`\n▶ ${name}`)
  const found = (await parts[name]?.()) ?? ['no such fault']
  console.log(`${found.length === 0 ? '✔' : '✘'} ${name} (${((performance.now() - began) / 1000).toFixed(0)} s)`)
  faults.push(...found.map((fault) => `${name}: ${fault}`))
}
if (!canMakeDisk && wanted.includes('disk')) console.log('The disk was not filled: only root on Linux can make one for it.')
console.log(`\n${wanted.length} kinds of fault, ${faults.length} found wanting${faults.map((fault) => `\n  ${fault}`).join('')}`)
process.exitCode = faults.length === 0 ? 0 : 1

async function inCluster(work: (cluster: Cluster) => Promise<string[]>): Promise<string[]> {
  const cluster = await durableCluster()
  try {
    return await work(cluster)
  } finally {
    await cluster.end()
  }
}

async function kill(cluster: Cluster, victim: Victim, times: number): Promise<string[]> {
  let done = 0
  const tell = ({ act, afterMs, acknowledged, state, faults: found }: Killing) =>
    console.log(
      `${++done}/${times} ${act}, killed after ${afterMs} ms: ${acknowledged ? 'acknowledged' : 'unanswered'}, ${state}${found.map((one) => ` ✘ ${one}`).join('')}`,
    )
  const killings = await killAtRandom(cluster, { times, victim, random, tell })
  for (const [outcome, count] of Object.entries(tally(killings))) console.log(`  ${outcome}: ${count}`)
  return killings.flatMap(({ act, faults: found }) => found.map((fault) => `${act}: ${fault}`))
}

function tally(killings: Killing[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { act, acknowledged, state } of killings) {
    const key = `${act}, ${acknowledged ? 'acknowledged' : 'unanswered'}, ${state}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

function said<T extends { faults: string[] }>(outcome: T): string[] {
  console.log(JSON.stringify(outcome, null, 2))
  return outcome.faults
}
