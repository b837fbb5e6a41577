import type { Tx } from '#db/connect.ts'
import type { Objection } from '#lib/override.ts'
import { meantBy } from '#modules/organisation/unit-name.ts'
import { assureUnitOnDay } from '#modules/organisation/subtree.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { findClass, isNothing, lockClass, scopeFor, settleClass } from './class-known.sql.ts'
import { recordEnrolments } from './class.sql.ts'
import { enrolObjections } from './class.ts'
import { wantedLearners } from './learner.sql.ts'
import { readPasted } from './roster-paste.ts'
import { enterRoster, previewRoster, type Newcomer } from './roster.contract.ts'
import { addNewcomers, candidatesOf, numbersTaken, unitsNamed } from './roster.sql.ts'
import { rosterMeant } from './roster.ts'

export function rosterRoutes(): Route[] {
  return [
    // A school finds learners whose files it may not open; who has a scope of people keeps to it.
    wideQuery(previewRoster, async ({ classId, text }, { db, scope, actor, today }) => {
      const of = await findClass(db, scope, classId)
      const people = await scopeFor(db, actor, 'people.read', today)
      const { columns, rows: read } = readPasted(text)
      const units = await unitsNamed(db, scope, of.openedOn)
      const unitOf = onceForEach((name) => meantBy(name, units))
      const rows = read.map((row) => {
        const [only, second] = row.unit ? unitOf(row.unit) : []
        return { ...row, unitId: only && !second ? only.unitId : null }
      })
      const seen = {
        scope: isNothing(people) ? scope : people,
        sensitive: await sensitiveScope(db, { actor, today }),
        today,
        openedOn: of.openedOn,
      }
      const meant = rosterMeant(rows, await candidatesOf(db, classId, rows, seen))
      return {
        columns,
        rows: rows.map((row, at) => {
          const { state = 'new', personId = null, candidates = [] } = meant[at] ?? {}
          return { ...row, state, personId, candidates: candidates.map((one) => ({ ...one, unit: one.unitName })) }
        }),
      }
    }),

    command(enterRoster, async ({ classId, personIds, newcomers, as, decisionId, basis, override }, { tx, scope, today, now, actor }) => {
      await findClass(tx, scope, classId)
      const version = await lockClass(tx, classId)
      const into = await findClass(tx, scope, classId)
      await assureUnitOnDay(tx, into.opener.id, into.openedOn, now)
      const allowed = new Set((await unitsNamed(tx, scope, into.openedOn)).map(({ unitId }) => unitId))
      if (newcomers.some(({ unitId }) => !allowed.has(unitId))) throw new NotFound()
      const people = await scopeFor(tx, actor, 'people.read', today)
      const wanted = await wantedLearners(tx, classId, personIds, {
        scope: isNothing(people) ? scope : people,
        today,
        openedOn: into.openedOn,
      })
      if (wanted.length < new Set(personIds).size || wanted.some(({ isSeen }) => !isSeen)) throw new NotFound()
      const names = (some: typeof wanted) => some.map(({ name }) => name)
      const objections = [
        ...enrolObjections(into, {
          wanted: wanted.length + newcomers.length,
          alreadyIn: names(wanted.filter(({ isIn }) => isIn)),
          notThere: names(wanted.filter(({ unitId }) => unitId === null)),
        }),
        ...(personIds.length + newcomers.length === 0 ? [{ code: 'roster-empty' }] : []),
        ...(await newcomerObjections(tx, { personIds, newcomers, today })),
      ]
      await settleClass(tx, classId, { decisionId, basis, override }, objections)
      const paper = decisionId ?? version.decisionId
      const added = await addNewcomers(tx, newcomers, { as, from: into.openedOn, decisionId })
      const served = wanted.map(({ personId, unitId, titleText }) => ({ personId, unitId, titleText }))
      const belongs = newcomers.map(({ unitId, title }, at) => ({ personId: added[at] ?? '', unitId, titleText: title }))
      const { openedOn, closedOn } = into
      await recordEnrolments(
        tx,
        [...served, ...belongs].map((one) => ({ ...one, classId, openedOn, closedOn, decisionId: paper })),
      )
      return { enrolled: served.length + belongs.length, added: added.length }
    }),
  ]
}

async function newcomerObjections(
  tx: Tx,
  { personIds, newcomers, today }: { personIds: string[]; newcomers: Newcomer[]; today: string },
): Promise<Objection[]> {
  const numbers = newcomers.flatMap(({ number }) => number ?? [])
  const taken = await numbersTaken(tx, numbers)
  const unborn = newcomers.filter(({ birth }) => birth !== null && birth > today)
  const isTwice = new Set(personIds).size < personIds.length || new Set(numbers).size < numbers.length
  return [
    ...(isTwice ? [{ code: 'learner-twice' }] : []),
    ...(taken.length > 0
      ? [{ code: 'number-taken', rows: newcomers.filter(({ number }) => number && taken.includes(number)).map(({ row }) => row) }]
      : []),
    ...(unborn.length > 0 ? [{ code: 'birth-to-come', names: unborn.map(({ name }) => name) }] : []),
  ]
}

/** Lists name few units many times. */
function onceForEach<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const made = known.get(text) ?? work(text)
    known.set(text, made)
    return made
  }
}
