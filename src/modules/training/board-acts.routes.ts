import { closeFacts } from '#db/facts.ts'
import { about } from '#db/facts.ts'
import type { Tx } from '#db/connect.ts'
import { standing, type Objection } from '#lib/override.ts'
import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { nextPaperNumber } from '#modules/decisions/paper-number.sql.ts'
import { assureUnitOnDay, daysOfUnits, holdsOn } from '#modules/organisation/subtree.sql.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { replaceFacts, type FactColumns } from '#modules/people/fact.sql.ts'
import { command, type Route, type Scope } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { decideBoard, nominate, overrideWarnings, shareSeats, withdrawNominations } from './board-acts.contract.ts'
import { lockNominations, takenByLane } from './board-people.sql.ts'
import { conditionsById } from './board-view.sql.ts'
import { decideObjections, decideWarnings, nominateObjections, openWarnings, shareObjections } from './board.ts'
import { findBoardClass, lockBoard, seatsByUnit, touchBoard, writeSeats } from './board.sql.ts'
import type { OverrideKept } from './board.contract.ts'
import type { Condition } from './candidate.ts'
import { findClass, lockClass } from './class-known.sql.ts'
import type { ClassRow } from './class.contract.ts'
import { wantedLearners, type Wanted } from './learner.sql.ts'
import { recordNominations } from './nomination.sql.ts'
import { writeSendings, type Sent } from './sending-write.sql.ts'

const table = 'training.nomination'

export function boardActRoutes(): Route[] {
  return [
    command(shareSeats, async ({ classId, revision, seats }, { tx, scope, now }) => {
      const of = await lockedBoard(tx, { scope, classId, revision })
      refuse(shareObjections(seats, of, await missingUnits(tx, seats, of.openedOn, now)))
      await writeSeats(tx, classId, seats)
      return { revision: await touchBoard(tx, classId) }
    }),

    command(nominate, async ({ classId, revision, personIds }, { tx, scope, today, now, actor }) => {
      const of = await findBoardClass(tx, scope, classId)
      await lockClass(tx, classId)
      const wanted = await seenPersons(tx, { scope, classId, personIds, today })
      await lockBoard(tx, classId, revision)
      await assureUnitOnDay(tx, of.opener.id, of.openedOn, now)
      const nominated = new Set((await lockNominations(tx, classId, personIds)).map(({ person_id }) => person_id))
      refuse(
        nominateObjections(
          of,
          wanted.map((one) => ({ ...one, isNominated: nominated.has(one.personId) })),
          today,
        ),
      )
      await recordNominations(
        tx,
        wanted.map(({ personId, unitId, titleText }) => ({
          ...{ personId, classId, unitId: unitId ?? '', titleText },
          nominatedBy: actor.name,
          nominatedOn: today,
        })),
      )
      about(tx, { subjectId: classId })
      return { revision: await touchBoard(tx, classId) }
    }),

    command(withdrawNominations, async ({ classId, revision, personIds }, { tx, scope, today }) => {
      await findBoardClass(tx, scope, classId)
      await lockClass(tx, classId)
      await seenPersons(tx, { scope, classId, personIds, today })
      await lockBoard(tx, classId, revision)
      const nominations = await lockNominations(tx, classId, personIds)
      if (nominations.length < new Set(personIds).size) throw new NotFound()
      await closeFacts(tx, table, idsOf(nominations), 'taken-back')
      about(tx, { subjectId: classId })
      return { revision: await touchBoard(tx, classId) }
    }),

    command(overrideWarnings, async ({ classId, revision, personId, on, codes, reason }, { tx, scope, today, now, actor }) => {
      const of = await lockedBoard(tx, { scope, classId, revision })
      const [nomination] = await lockNominations(tx, classId, [personId])
      if (!nomination) throw new NotFound()
      const unmet = (await conditionsById(tx, of, on ?? today, [personId])).get(personId)?.filter(({ state }) => state === 'unmet') ?? []
      const answered = unmet.filter(({ code }) => codes.includes(code))
      refuse(answered.length === 0 || answered.length < new Set(codes).size ? [{ code: 'nothing-to-answer-for' }] : [])
      const kept = overridesOf(nomination).filter(({ code }) => !codes.includes(code))
      const added = answered.map((condition) => overrideOf(condition, { reason, by: actor.name, at: now.toISOString() }))
      await replaceFacts(
        tx,
        table,
        [{ fact: nomination, change: { overrides: [...kept, ...added], nominated_by: nomination['nominated_by'] } }],
        'answered-for',
      )
      about(tx, { personId, subjectId: classId, reason })
      return { revision: await touchBoard(tx, classId) }
    }),

    command(decideBoard, async ({ classId, revision, override, code, symbol, family, ...paper }, { tx, scope, today, now }) => {
      const of = await lockedBoard(tx, { scope, classId, revision })
      await assureUnitOnDay(tx, of.opener.id, of.openedOn, now)
      const nominations = await lockNominations(tx, classId, null)
      const personIds = nominations.map(({ person_id }) => person_id)
      const serving = await wantedLearners(tx, classId, personIds, { scope: 'everything', today, openedOn: paper.issuedOn })
      const servingOf = new Map(serving.map((one) => [one.personId, one]))
      const conditions = await conditionsById(tx, of, paper.issuedOn, personIds)
      const nominees = nominations.map((nomination) => ({
        name: servingOf.get(nomination.person_id)?.name ?? '',
        open: openWarnings(conditions.get(nomination.person_id) ?? [], overridesOf(nomination)),
      }))
      const { lanes, total } = await lanesTaken(tx, of)
      const warnings = decideWarnings(of, lanes, paper.issuedOn)
      refuse([
        ...paperObjections(paper, scope, today),
        ...decideObjections(of, nominees, total, today),
        ...enrolledAlready(serving),
        ...standing(warnings, override),
      ])
      const numbered = code ?? (await nextPaperNumber(tx, { ...paper, family, symbol, year: Number(paper.issuedOn.slice(0, 4)) })).code
      const [decisionId = ''] = await addDecisions(tx, [{ ...paper, code: numbered, kind: 'sending' }])
      const sent: Sent[] = nominations.map((nomination) => {
        const { unitId, titleText } = servingOf.get(nomination.person_id) ?? { unitId: null, titleText: null }
        return {
          nomination,
          unitId: unitId ?? String(nomination['unit_id']),
          titleText: unitId ? titleText : textOf(nomination['title_text']),
        }
      })
      await writeSendings(tx, of, sent, { decisionId, sentOn: paper.issuedOn })
      const reason = override.map((one) => `${one.code}: ${one.reason}`).join(' · ')
      about(tx, { subjectId: classId, ...(reason ? { reason } : {}) })
      return { decisionId, code: numbered, sent: sent.length, revision: await touchBoard(tx, classId) }
    }),
  ]
}

/** The class of the caller's office, held still with its board. */
async function lockedBoard(tx: Tx, { scope, classId, revision }: { scope: Scope; classId: string; revision: number }): Promise<ClassRow> {
  const of = await findClass(tx, scope, classId)
  await lockClass(tx, classId)
  await lockBoard(tx, classId, revision)
  return of
}

/** The persons where they serve today; not found when any of them is none of the caller's. */
async function seenPersons(
  tx: Tx,
  { scope, classId, personIds, today }: { scope: Scope; classId: string; personIds: string[]; today: string },
): Promise<Wanted[]> {
  const wanted = await wantedLearners(tx, classId, personIds, { scope, today, openedOn: today })
  if (wanted.length < new Set(personIds).size || wanted.some(({ isSeen }) => !isSeen)) throw new NotFound()
  return wanted
}

async function missingUnits(tx: Tx, seats: readonly { unitId: string }[], on: string, now: Date): Promise<string[]> {
  const ids = [...new Set(seats.map(({ unitId }) => unitId))]
  const days = await daysOfUnits(tx, ids, now)
  const missing = ids.filter((id) => !days.some((one) => one.unitId === id && holdsOn(one, on)))
  const names = await unitNames(tx, missing)
  if (missing.some((id) => !names.has(id))) throw new NotFound()
  return missing.map((id) => names.get(id)?.vi ?? '')
}

async function lanesTaken(tx: Tx, of: ClassRow): Promise<{ lanes: { name: string; seats: number; taken: number }[]; total: number }> {
  const { seats } = await seatsByUnit(tx, of)
  const taken = await takenByLane(tx, of.classId, { on: of.openedOn, laneIds: seats.map(({ unit }) => unit.id) })
  return {
    lanes: seats.map((one) => ({ name: one.unit.vi, seats: one.seats, taken: taken.byLane.get(one.unit.id) ?? 0 })),
    total: taken.total,
  }
}

function paperObjections(
  { issuedOn, issuerUnitId }: { issuedOn: string; issuerUnitId: string | null },
  scope: Scope,
  today: string,
): Objection[] {
  const isOutside = scope !== 'everything' && issuerUnitId !== null && !scope.unitIds.includes(issuerUnitId)
  return [...(issuedOn > today ? [{ code: 'issued-in-future', on: today }] : []), ...(isOutside ? [{ code: 'issuer-out-of-scope' }] : [])]
}

function enrolledAlready(serving: readonly { name: string; isIn: boolean }[]): Objection[] {
  const names = serving.filter(({ isIn }) => isIn).map(({ name }) => name)
  return names.length > 0 ? [{ code: 'already-enrolled', names }] : []
}

function overrideOf({ code, rule, found, asked }: Condition, given: Pick<OverrideKept, 'reason' | 'by' | 'at'>): OverrideKept {
  // Stored as JSON: lists are copied as they are.
  return {
    code,
    rule: rule.id,
    document: rule.document,
    verified: rule.verified,
    found: { ...found } as OverrideKept['found'],
    asked: { ...asked } as OverrideKept['asked'],
    ...given,
  }
}

function overridesOf(nomination: FactColumns): OverrideKept[] {
  return Array.isArray(nomination['overrides']) ? (nomination['overrides'] as OverrideKept[]) : []
}

function idsOf(facts: readonly FactColumns[]): string[] {
  return facts.map(({ id }) => id)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
