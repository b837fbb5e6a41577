import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { command, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { NotFound, refuse, type Refusal } from '#server/refusal.ts'
import { replacedSince, usesOfUnits } from './built-on.sql.ts'
import type { Carrier, Passing, UnitUse } from './carrier.ts'
import { countsOf, effectOf, touchedOf } from './effect.ts'
import type { PeopleOfUnits } from './people-of-units.ts'
import {
  applyReorganisation,
  listReorganisations,
  previewReorganisation,
  reverseReorganisation,
  type Effect,
} from './reorganisation.contract.ts'
import { objectionsTo } from './reorganisation-objections.ts'
import {
  applyPlan,
  listReorganisationRows,
  lockOrganisation,
  lockReorganisation,
  reversePlan,
  type ReorganisationRow,
} from './reorganisation.sql.ts'
import { planOf, type Plan, type ReorganisationSpec } from './reorganisation.ts'
import { listedOf } from './reorganisations-listed.sql.ts'
import { loadUnits } from './unit-state.sql.ts'

/** What a reorganisation asks of the modules after this one. */
export type Around = { carriers: Carrier[]; uses: UnitUse[]; people: PeopleOfUnits }

const noEffect = { ends: [], begins: [], changes: [], moves: [], codes: [], successions: [] }

export function reorganisationRoutes(around: Around): Route[] {
  return [
    wideQuery(previewReorganisation, async (spec, { db, scope, actor, today }): Promise<Effect> => {
      assureInScope(spec, scope)
      const units = await loadUnits(db)
      const refusals = objectionsTo(spec, units)
      if (refusals.length > 0) return { refusals, ...noEffect, people: countsOf([]), touched: [] }
      const plan = planOf(spec, units)
      const touched = (await Promise.all(around.carriers.map((carrier) => carrier.touched(db, passingOf(spec, plan))))).flat()
      const readable = await around.people.scopeOf(db, { actor, today })
      const shown = touched.filter(({ fromUnitId }) => readable === 'everything' || readable?.unitIds.includes(fromUnitId))
      return { refusals, ...effectOf(spec, plan, units), people: countsOf(touched), touched: touchedOf(shown, spec, units) }
    }),

    command(applyReorganisation, async (spec, { tx, scope }) => {
      assureInScope(spec, scope)
      await lockOrganisation(tx)
      const units = await loadUnits(tx)
      refuse(objectionsTo(spec, units))
      const plan = planOf(spec, units)
      const reorganisationId = await applyPlan(tx, spec, plan, units)
      for (const carrier of around.carriers) await carrier.carry(tx, passingOf(spec, plan))
      about(tx, { subjectId: reorganisationId })
      return { reorganisationId }
    }),

    command(reverseReorganisation, async ({ reorganisationId, reason }, { tx, scope }) => {
      await lockOrganisation(tx)
      const reorganisation = await lockReorganisation(tx, reorganisationId)
      if (!reorganisation) throw new NotFound()
      assureInScope(reorganisation.spec, scope)
      refuse(
        reorganisation.reversedAt
          ? [{ code: 'already-reversed', on: reorganisation.on }]
          : await reversalObjections(tx, reorganisation, around),
      )
      for (const carrier of around.carriers) await carrier.reverse(tx, reorganisation.entryId)
      await reversePlan(tx, reorganisation)
      about(tx, { subjectId: reorganisationId, reason })
      return {}
    }),

    wideQuery(listReorganisations, async ({}, { db }) => ({ reorganisations: await listedOf(db, await listReorganisationRows(db)) })),
  ]
}

function passingOf(spec: ReorganisationSpec, plan: Plan): Passing {
  return { on: spec.on, ends: plan.ends.map((end) => end.unitId), passages: plan.passages, decisionId: spec.decisionId ?? null }
}

/** Nobody reorganises beyond their own units. */
function assureInScope(spec: ReorganisationSpec, scope: Scope): void {
  if (scope === 'everything') return
  const begun = new Set(spec.newUnits.map((unit) => unit.id))
  const parents = [...spec.newUnits, ...spec.acts]
    .flatMap((one) => [one.parents?.state, one.parents?.party])
    .filter((id) => typeof id === 'string')
  const named = [...spec.acts.flatMap((act) => [...act.from, ...act.to]), ...parents].filter((id) => !begun.has(id))
  // A new unit under nothing would stand beyond everyone's units.
  const isRooted = spec.newUnits.every((unit) => unit.parents?.state ?? unit.parents?.party)
  if (!isRooted || named.some((id) => !scope.unitIds.includes(id))) throw new NotFound()
}

/** Why what was done cannot be taken back: what others have built on it since. */
async function reversalObjections(db: Db, reorganisation: ReorganisationRow, { carriers, uses }: Around): Promise<Refusal[]> {
  const begun = reorganisation.spec.newUnits.map((unit) => unit.id)
  const later = (await listReorganisationRows(db)).filter(
    (other) => !other.reversedAt && isLater(other, reorganisation) && isSharing(other, reorganisation),
  )
  const built = await usesOfUnits(db, begun, reorganisation.entryId, uses)
  const own = [
    'organisation.unit_version',
    'organisation.unit_code',
    'organisation.unit_parent',
    ...carriers.flatMap((carrier) => carrier.tables),
  ]
  const replaced: Refusal[] = []
  for (const table of own) {
    const count = await replacedSince(db, table, reorganisation.entryId)
    if (count > 0) replaced.push({ code: 'changed-since', table, count })
  }
  return [
    ...later.map((other) => ({
      code: 'later-reorganisation',
      reorganisationId: other.id,
      on: other.on,
      vi: other.titleVi,
      en: other.titleEn,
    })),
    ...built.map((one) => ({ code: 'built-on', ...one })),
    ...(later.length > 0 ? [] : replaced),
  ]
}

function isLater(one: ReorganisationRow, other: ReorganisationRow): boolean {
  return one.on > other.on || (one.on === other.on && one.appliedAt > other.appliedAt)
}

function isSharing(one: ReorganisationRow, other: ReorganisationRow): boolean {
  const named = (row: ReorganisationRow) =>
    new Set([...row.spec.newUnits.map((unit) => unit.id), ...row.spec.acts.flatMap((act) => [...act.from, ...act.to])])
  const others = named(other)
  return [...named(one)].some((id) => others.has(id))
}
