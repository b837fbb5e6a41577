import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about, insertAnchors, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { ConditionCode } from './candidate.ts'
import type { Gains } from './proposal/gains.node.ts'
import type { OfferedLine, ServingUnit } from './proposal/instance.ts'
import type { ProposalState, WhyNot } from './proposal.ts'

export type Asked = { budget: number | null; awayPercent: number | null; planRevision: number; by: string }
export type Progress = { step: string; done: number; total: number }

/** What the solver found, and the lines and units as they were then: moves by hand are held against the same. */
export type StoredResult = {
  objective: number
  bound: number
  gap: number
  seconds: number
  greedy: number
  lines: (OfferedLine & { title: string })[]
  units: ServingUnit[]
  gains: Gains
  next: { lineId: string; personId: string; worth: number }[]
}

export type Proposal = {
  proposalId: string
  planId: string
  state: ProposalState
  asked: Asked
  progress: Progress | null
  result: StoredResult | { failure: string } | null
  askedAt: Date
  askedBy: string
  endedAt: Date | null
  revision: number
}

/** Why of one need, as it is kept beside the seat. */
export type SeatWhy = {
  weight: number
  urgency: number
  title: string | null
  order: string
  within: string[]
  busy: { from: string; to: string }[]
  barred: { lineId: string; conditions: number[] }[]
  /** The conditions that bar anywhere, each once. */
  conditions: { code: ConditionCode; document: string | null; article: string | null; verified: boolean }[]
  place: number
  of: number
  why: WhyNot | null
  nearest: string | null
  before: { personId: string; worth: number } | null
}

/** The one being worked out, else the last one; what was stopped does not hide what was there before. */
export async function latestProposal(db: Db, planId: string): Promise<Proposal | null> {
  return found(db, sql`p.plan_id = ${planId}::uuid`)
}

export async function findProposal(db: Db, proposalId: string): Promise<Proposal | null> {
  return found(db, sql`p.proposal_id = ${proposalId}::uuid`)
}

async function found(db: Db, which: RawBuilder<unknown>): Promise<Proposal | null> {
  const { rows } = await sql<Proposal>`
    select p.proposal_id as "proposalId", p.plan_id as "planId", p.state, p.asked, p.progress, p.result, p.asked_at as "askedAt", p.asked ->> 'by' as "askedBy",
      p.ended_at as "endedAt", p.revision
    from training.proposal p where ${which} order by p.state in ('waiting', 'running') desc, p.state = 'cancelled', p.asked_at desc, p.proposal_id desc limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

export async function lockLatest(tx: Tx, planId: string): Promise<Proposal | null> {
  await sql`select from training.proposal where plan_id = ${planId}::uuid for update`.execute(tx)
  return latestProposal(tx, planId)
}

export async function addProposal(tx: Tx, planId: string, asked: Asked): Promise<string> {
  const { now } = recordOf(tx)
  const proposalId = newId(now.getTime())
  await insertAnchors(tx, 'training.proposal', [{ proposal_id: proposalId, plan_id: planId, state: 'waiting', asked, asked_at: now }])
  noteChange(tx, { table: 'training.proposal', done: 'changed', count: 1, after: asked })
  about(tx, { subjectId: planId })
  return proposalId
}

/** Ends the work, unless somebody has stopped it meanwhile; whether it was still wanted. */
export async function endProposal(
  tx: Tx,
  proposalId: string,
  state: 'done' | 'failed' | 'cancelled',
  result: StoredResult | { failure: string } | null,
): Promise<boolean> {
  const { now, entryId } = recordOf(tx)
  const { numUpdatedRows } = await tx
    .updateTable('training.proposal')
    .set({ state, result: result === null ? null : JSON.stringify(result), progress: null, ended_at: now, entry_id: entryId })
    .where('proposal_id', '=', proposalId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) noteChange(tx, { table: 'training.proposal', done: 'changed', count: 1, after: { proposalId, state } })
  return numUpdatedRows > 0n
}

export async function touchProposal(tx: Tx, proposalId: string): Promise<number> {
  const { entryId } = recordOf(tx)
  const { revision } = await tx
    .updateTable('training.proposal')
    .set((set) => ({ revision: set('revision', '+', 1), entry_id: entryId }))
    .where('proposal_id', '=', proposalId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** How far the work has come: no fact, and not in the log. */
export async function tellProgress(db: Db, proposalId: string, progress: Progress): Promise<void> {
  await db
    .updateTable('training.proposal')
    .set({ state: 'running', progress: JSON.stringify(progress) })
    .where('proposal_id', '=', proposalId)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}

export async function stateOfProposal(db: Db, proposalId: string): Promise<ProposalState | null> {
  const row = await db.selectFrom('training.proposal').select('state').where('proposal_id', '=', proposalId).executeTakeFirst()
  return (row?.state as ProposalState | undefined) ?? null // the column is checked to be one of these
}

export type NewSeat = { personId: string; kind: string; unitId: string; lineId: string | null; worth: number; why: SeatWhy }

export async function addSeats(tx: Tx, proposalId: string, seats: readonly NewSeat[]): Promise<void> {
  await insertAnchors(
    tx,
    'training.proposal_seat',
    seats.map(({ personId, kind, unitId, lineId, worth, why }) => ({
      ...{ person_id: personId, proposal_id: proposalId, kind, unit_id: unitId, line_id: lineId, worth, why },
    })),
  )
  noteChange(tx, { table: 'training.proposal_seat', done: 'recorded', count: seats.length })
}
