import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about, noteChange, recordOf } from '#db/facts.ts'
import { NotFound } from '#server/refusal.ts'
import { groundOf } from './proposal/ground.ts'
import { awayDuring, nobodySeated, obstacles, type Seating, seat, unseat } from './proposal/seating.ts'
import type { Effect } from './proposal.contract.ts'
import { moveObjections } from './proposal.ts'
import type { Proposal, SeatWhy, StoredResult } from './proposal.sql.ts'
import type { Objection } from '#lib/override.ts'

type Seat = { personId: string; kind: string; unitId: string; lineId: string | null; worth: number; why: SeatWhy }

/** The proposal as far as one person's move touches it: everybody who has a seat, and the person's own needs. */
export type Held = { seating: Seating; need: number; seat: Seat; result: StoredResult; budget: number | null }

export async function holdFor(db: Db, { proposalId, asked }: Proposal, result: StoredResult, key: string): Promise<Held> {
  const [personId = '', kind = ''] = key.split('~')
  const { rows } = await sql<Seat>`
    select s.person_id as "personId", s.kind, s.unit_id as "unitId", s.line_id as "lineId", s.worth, s.why
    from training.proposal_seat s where s.proposal_id = ${proposalId}::uuid and (s.line_id is not null or s.person_id = ${personId}::uuid)
    order by s.person_id, s.kind`.execute(db)
  const at = rows.findIndex((row) => row.personId === personId && row.kind === kind)
  const own = rows[at]
  if (!own) throw new NotFound()
  const people = [...Map.groupBy(rows, (row) => row.personId).values()].flatMap(([first]) => first ?? [])
  const ground = groundOf({
    people: people.map(({ personId: id, unitId, why }) => ({ id, unitId, within: why.within, order: why.order, busy: why.busy })),
    needs: rows.map((row) => ({
      personId: row.personId,
      kind: row.kind,
      worth: row.worth,
      barred: row.why.barred.map(({ lineId }) => lineId),
    })),
    lines: result.lines,
    units: result.units,
    budget: asked.budget,
    awayPercent: asked.awayPercent,
  })
  const seating = nobodySeated(ground)
  const lineAt = new Map(result.lines.map(({ id }, place) => [id, place]))
  for (const [place, { lineId }] of rows.entries()) {
    const line = lineAt.get(lineId ?? '')
    if (line !== undefined) seat(seating, place, line)
  }
  return { seating, need: at, seat: own, result, budget: asked.budget }
}

export type Choice = { lineId: string | null; title: string | null; free: number | null; objections: Objection[]; effect: Effect }

/** Out of the proposal, or into any line of the kind: what is in the way and what changes. */
export function choicesOf(held: Held): Choice[] {
  const { seating, need, seat: own } = held
  const lines = seating.ground.linesOfKind.get(own.kind) ?? []
  const now = seating.lineOf[need] ?? -1
  return [...(now === -1 ? [] : [-1]), ...lines.filter((line) => line !== now)].map((line) => choiceOf(held, line))
}

export function choiceTo(held: Held, lineId: string | null): Choice {
  const line = lineId === null ? -1 : held.result.lines.findIndex(({ id }) => id === lineId)
  if (lineId !== null && line === -1) throw new NotFound()
  return choiceOf(held, line)
}

function choiceOf({ seating, need, budget, result }: Held, line: number): Choice {
  const { ground } = seating
  const offered = ground.lines[line]?.offered
  const [worthBefore, spentBefore] = [seating.worth, seating.spent]
  const person = ground.needs[need]?.person ?? -1
  const unit = ground.units[ground.people[person]?.unit ?? -1]
  const was = unseat(seating, need)
  const found = line === -1 ? [] : obstacles(seating, need, line)
  const free = offered ? offered.seats - (seating.takers[line]?.size ?? 0) : null
  if (line !== -1) seat(seating, need, line)
  const effect: Effect = {
    worth: seating.worth - worthBefore,
    spent: seating.spent - spentBefore,
    spentThen: seating.spent,
    budget,
    awayThen: line === -1 ? null : awayDuring(seating, person, line),
    awayLimit: unit && Number.isFinite(unit.limit) ? unit.limit : null,
  }
  if (line !== -1) unseat(seating, need)
  if (was !== -1) seat(seating, need, was)
  const values = { budget, spent: effect.spentThen, away: effect.awayThen, limit: effect.awayLimit, seats: offered?.seats ?? null }
  return { lineId: offered?.id ?? null, title: result.lines[line]?.title ?? null, free, objections: moveObjections(found, values), effect }
}

/** Writes the move; the log keeps from where to where. */
export async function writeMove(tx: Tx, { proposalId, planId }: Proposal, own: Seat, lineId: string | null, reason: string): Promise<void> {
  const why: SeatWhy = { ...own.why, why: lineId === null ? 'hand' : own.why.why }
  await tx
    .updateTable('training.proposal_seat')
    .set({ line_id: lineId, by_hand: true, why: JSON.stringify(why), entry_id: recordOf(tx).entryId })
    .where('proposal_id', '=', proposalId)
    .where('person_id', '=', own.personId)
    .where('kind', '=', own.kind)
    .execute()
  const moved = (to: string | null) => ({ personId: own.personId, kind: own.kind, lineId: to })
  noteChange(tx, { table: 'training.proposal_seat', done: 'changed', count: 1, before: moved(own.lineId), after: moved(lineId) })
  about(tx, { personId: own.personId, subjectId: planId, ...(reason ? { reason } : {}) })
}
