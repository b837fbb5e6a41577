import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../src/demo/random.ts'
import { createDecision, listDecisions, readDecision } from '#modules/decisions/decision.contract.ts'
import type { Cluster } from './cluster.ts'
import { until } from './import-acts.ts'
import { foundOffice } from './office.ts'
import { Officer } from './officer.ts'
import { serve } from './served.ts'
import { faultsOf } from './whole.ts'

export type Loaded = {
  answered: Record<string, number>
  acknowledged: number
  /** From the kill to the first good answer, for each kill. */
  awayMs: number[]
  faults: string[]
}

type Account = { answered: Record<string, number>; papers: Map<string, string>; faults: string[] }

const officersAtOnce = 6

/** The database dies again and again while officers work: they are told 503 meanwhile, and nothing they were promised is lost. */
export async function killUnderLoad(cluster: Cluster, { times, random }: { times: number; random: Random }): Promise<Loaded> {
  const { token } = await foundOffice(cluster.db)
  const served = await serve(cluster.url)
  const account: Account = { answered: {}, papers: new Map(), faults: [] }
  const awayMs: number[] = []
  try {
    let isOpen = true
    const working = Array.from({ length: officersAtOnce }, (_, number) =>
      work(new Officer(served.address, token), { account, isOpen: () => isOpen, prefix: `${number}` }),
    )
    for (let time = 0; time < times; time++) {
      await pause(500 + random.whole(0, 1_000))
      const began = performance.now()
      cluster.kill()
      const observer = new Officer(served.address, token)
      await until(async () => (await observer.call(listDecisions, { limit: 1 })).status === 200, 'The server to answer again')
      awayMs.push(Math.round(performance.now() - began))
    }
    await pause(500)
    isOpen = false
    await Promise.all(working)
    const lost = await missing(new Officer(served.address, token), account.papers)
    const faults = [...account.faults, ...lost, ...(await faultsOf(cluster.db))]
    return { answered: account.answered, acknowledged: account.papers.size, awayMs, faults }
  } finally {
    await served.stop()
  }
}

/** Enters papers and reads back those entered before, noting every answer. */
async function work(
  officer: Officer,
  { account, isOpen, prefix }: { account: Account; isOpen: () => boolean; prefix: string },
): Promise<void> {
  for (let number = 0; isOpen(); number++) {
    const code = `${prefix}.${number}-QĐ/HU`
    const paper = { code, kind: 'sending' as const, issuedOn: '2018-09-12', issuer: 'Huyện ủy', subject: 'Cử đi học' }
    const made = await officer.call(createDecision, paper)
    note(account, 'entered', made.status)
    if (made.status === 200) account.papers.set(made.reply.id, code)
    const [known] = account.papers
    if (known) {
      const read = await officer.call(readDecision, { decisionId: known[0] })
      note(account, 'read', read.status)
      if (read.status === 200 && read.reply.decision.code !== known[1]) account.faults.push(`wrong answer: ${read.reply.decision.code}`)
    }
  }
}

function note({ answered, faults }: Account, what: string, status: number | null): void {
  const key = `${what} ${status ?? 'cut'}`
  answered[key] = (answered[key] ?? 0) + 1
  if (status !== 200 && status !== 503) faults.push(`${what} was answered ${status ?? 'not at all'}`)
}

async function missing(officer: Officer, papers: Map<string, string>): Promise<string[]> {
  const lost: string[] = []
  for (const [decisionId, code] of papers) {
    const { status, reply } = await officer.call(readDecision, { decisionId })
    if (status !== 200 || reply.decision.code !== code) lost.push(`acknowledged and lost: ${code} (${status})`)
  }
  return lost
}
