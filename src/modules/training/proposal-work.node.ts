import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { dayInHanoi } from '#lib/days.ts'
import type { House } from '#server/perform.ts'
import { write } from '#server/write.ts'
import { planHeads } from './plan.sql.ts'
import { gatherInstance, type Gathered } from './proposal-instance.sql.ts'
import { isWorking } from './proposal.ts'
import { addSeats, endProposal, findProposal, type NewSeat, stateOfProposal, type StoredResult, tellProgress } from './proposal.sql.ts'
import type { Solution } from './proposal/solve.node.ts'
import { solveApart, SolvingStopped } from './proposal/solving.node.ts'

const locks = 6_110_031
const seconds = 50
const gap = 0.01
const lookEveryMs = 500
const operation = 'training.proposals.work'

/** Works out a proposal that waits for it, holding its lock: whoever dies lets go of it. */
export async function workOnProposal(house: House, proposalId: string): Promise<void> {
  await house.db.connection().execute(async (holder) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${locks}, hashtext(${proposalId})) as mine`.execute(holder)
    if (!rows[0]?.mine) return
    try {
      await attempt(house, proposalId)
    } finally {
      await sql`select pg_advisory_unlock(${locks}, hashtext(${proposalId}))`.execute(holder)
    }
  })
}

/** What was cut off while a server died is asked for again. */
export async function resumeProposals(db: Db, enqueue: (tx: Tx, proposalId: string) => Promise<void>): Promise<void> {
  const running = await db.selectFrom('training.proposal').select('proposal_id').where('state', '=', 'running').execute()
  for (const { proposal_id: id } of running)
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${locks}, hashtext(${id})) as free`.execute(tx)
      if (!rows[0]?.free) return
      await tx
        .updateTable('training.proposal')
        .set({ state: 'waiting', progress: null })
        .where('proposal_id', '=', id)
        .where('state', '=', 'running')
        .execute()
      await enqueue(tx, id)
    })
}

async function attempt(house: House, proposalId: string): Promise<void> {
  try {
    await propose(house, proposalId)
  } catch (error) {
    if (error instanceof SolvingStopped && !isWorking((await stateOfProposal(house.db, proposalId)) ?? 'cancelled')) return
    console.error(error)
    await write(house, { operation, input: { proposalId } }, (tx) => endProposal(tx, proposalId, 'failed', { failure: 'fault' }))
  }
}

async function propose(house: House, proposalId: string): Promise<void> {
  const { db } = house
  const proposal = await findProposal(db, proposalId)
  const [plan] = proposal && isWorking(proposal.state) ? await planHeads(db, { planId: proposal.planId }) : []
  if (!proposal || !plan) return
  await tellProgress(db, proposalId, { step: 'gathering', done: 0, total: 1 })
  const now = house.clock()
  const gathered = await gatherInstance(db, plan, proposal.asked, { on: dayInHanoi(now), now })
  const solution = await solved(db, proposalId, gathered)
  await write(house, { operation, input: { proposalId } }, async (tx) => {
    about(tx, { subjectId: plan.planId })
    if (await endProposal(tx, proposalId, 'done', storedOf(gathered, solution))) await addSeats(tx, proposalId, seatsOf(gathered, solution))
  })
}

/** Looks now and then whether the officer still wants it. */
async function solved(db: Db, proposalId: string, { instance }: Gathered): Promise<Solution> {
  const stop = new AbortController()
  let step: Parameters<typeof tellProgress>[2] | null = null
  const looking = setInterval(() => void look().catch(() => undefined), lookEveryMs)
  const look = async () => {
    if (!isWorking((await stateOfProposal(db, proposalId)) ?? 'cancelled')) return stop.abort()
    if (step) await tellProgress(db, proposalId, step)
  }
  try {
    return await solveApart({ instance, seconds, gap }, (progress) => (step = progress), stop.signal)
  } finally {
    clearInterval(looking)
  }
}

function storedOf(
  { instance, titles }: Gathered,
  { objective, bound, gap: reached, seconds: took, greedy, gains }: Solution,
): StoredResult {
  const { next, ...told } = gains
  return {
    ...{ objective, bound, gap: reached, seconds: took, greedy, gains: told, units: instance.units },
    lines: instance.lines.map((line) => ({ ...line, title: titles.get(line.id) ?? '' })),
    next: next.map(({ lineId, personId, worth }) => ({ lineId, personId, worth })),
  }
}

function seatsOf({ known }: Gathered, { assigned, unassigned }: Solution): NewSeat[] {
  const seatOf = (personId: string, kind: string, rest: Pick<NewSeat, 'lineId' | 'worth'> & Partial<NewSeat['why']>): NewSeat[] => {
    const own = known.get(`${personId}~${kind}`)
    if (!own) return []
    const { unitId, ...about } = own
    const { lineId, worth, ...why } = rest
    return [{ personId, kind, unitId, lineId, worth, why: { ...about, place: 0, of: 0, why: null, nearest: null, before: null, ...why } }]
  }
  return [
    ...assigned.flatMap(({ personId, kind, lineId, worth, standing }) => seatOf(personId, kind, { lineId, worth, ...standing })),
    ...unassigned.flatMap(({ personId, kind, worth, why, lineId, before, standing }) =>
      seatOf(personId, kind, { lineId: null, worth, why, nearest: lineId, before, ...standing }),
    ),
  ]
}
