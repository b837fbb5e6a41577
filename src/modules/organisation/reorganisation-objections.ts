import type { Refusal } from '#server/refusal.ts'
import { endedBy, endedByAct, isChanging, planOf, type Act, type Plan, type ReorganisationSpec, type Units } from './reorganisation.ts'
import { isUnitKind, kindOfUnit } from './unit-kind.ts'
import { heldOn, isOn, type Days, type UnitState } from './unit-state.ts'

/** Why the reorganisation cannot be; empty when it can. Units are named by id, with their last name where there is one. */
export function objectionsTo(spec: ReorganisationSpec, units: Units): Refusal[] {
  const shape = [...emptiness(spec), ...spec.acts.flatMap(shapeOf)]
  if (shape.length > 0) return shape
  const there = [
    ...existence(spec, units),
    ...spec.acts.flatMap((act) => kindObjections(act.unitKind, spec.on)),
    ...spec.newUnits.flatMap((unit) => kindObjections(unit.kind, spec.on)),
  ]
  if (there.length > 0) return there
  const plan = planOf(spec, units)
  return [
    ...doubleEnds(spec, units),
    ...laterChanges(plan, spec, units),
    ...codesTaken(plan, spec, units),
    ...childrenLeft(plan, spec, units),
    ...parentsMissing(plan, spec, units),
  ]
}

function emptiness(spec: ReorganisationSpec): Refusal[] {
  return spec.acts.length + spec.newUnits.length === 0 ? [{ code: 'reorganisation-empty' }] : []
}

/** How many units each kind of act takes and passes into. */
function shapeOf(act: Act, index: number): Refusal[] {
  const passesInto = { merge: act.to.length === 1, split: act.to.length >= 1 && act.from.length === 1, abolish: act.to.length === 0 }
  const isRight = act.kind === 'merge' || act.kind === 'split' || act.kind === 'abolish' ? passesInto[act.kind] : staysRight(act)
  const hasFrom = act.from.length > 0 && new Set(act.from).size === act.from.length
  return isRight && hasFrom ? [] : [{ code: 'act-incomplete', act: index + 1, kind: act.kind }]
}

function staysRight(act: Act): boolean {
  if (act.to.length > 0) return false
  const changesOne = act.from.length === 1 && (isChanging(act) || act.codes !== undefined)
  if (act.kind === 'transfer') return act.parents !== undefined && (act.from.length === 1 || !isChanging(act))
  return act.kind === 'upgrade' ? changesOne && act.unitKind !== undefined : changesOne
}

function existence(spec: ReorganisationSpec, units: Units): Refusal[] {
  const begun = new Set(spec.newUnits.map((unit) => unit.id))
  const taken = spec.newUnits.filter((unit) => units.has(unit.id)).map((unit) => ({ code: 'unit-exists', unitId: unit.id }))
  const needed = spec.acts.flatMap((act) => [...act.from, ...act.to.filter((id) => !begun.has(id))])
  // Only a province may stand under nothing.
  const alone = spec.newUnits
    .filter((unit) => !unit.parents?.state && !unit.parents?.party && kindOfUnit(unit.kind).level !== 'province')
    .map((unit) => ({ code: 'new-unit-alone', vi: unit.nameVi, en: unit.nameEn }))
  return [...taken, ...alone, ...[...new Set(needed)].flatMap((id) => existenceOf(id, spec.on, units))]
}

function existenceOf(unitId: string, on: string, units: Units): Refusal[] {
  const unit = units.get(unitId)
  const [first] = unit?.versions ?? []
  if (!unit || !first) return [{ code: 'unit-unknown', unitId }]
  if (!heldOn(unit.versions, on))
    return [
      {
        code: 'unit-not-on-day',
        unitId,
        name: nameOf(unitId, units).vi,
        on,
        days: unit.versions.map(({ nameVi: vi, nameEn: en, from, to }) => ({ vi, en, from, to })),
      },
    ]
  return first.from === on ? [{ code: 'unit-begins-that-day', ...nameOf(unitId, units), on }] : []
}

function kindObjections(kind: string | undefined, on: string): Refusal[] {
  const ended = kind !== undefined && isUnitKind(kind) ? kindOfUnit(kind).to : null
  return ended !== null && on >= ended ? [{ code: 'unit-kind-ended', kind, ended }] : []
}

/** A unit ends once, and a unit that ends neither changes nor receives another. */
function doubleEnds(spec: ReorganisationSpec, units: Units): Refusal[] {
  const ends = spec.acts.flatMap(endedByAct)
  const twice = new Set(ends.filter((id, index) => ends.indexOf(id) !== index))
  const ended = endedBy(spec.acts)
  const staying = spec.acts.flatMap((act) => [...act.to, ...act.from.filter((id) => !endedByAct(act).includes(id))])
  const both = new Set(staying.filter((id) => ended.has(id)))
  return [
    ...[...twice].map((id) => ({ code: 'unit-ends-twice', ...nameOf(id, units) })),
    ...[...both].map((id) => ({ code: 'unit-ends-and-stays', ...nameOf(id, units) })),
  ]
}

/** What is already known of a unit after the day would contradict an end or a change on it. */
function laterChanges(plan: Plan, spec: ReorganisationSpec, units: Units): Refusal[] {
  const touched = new Set([
    ...plan.ends.map((end) => end.unitId),
    ...plan.changes.map((change) => change.unitId),
    ...plan.moves.map((move) => move.unitId),
  ])
  return [...touched].flatMap((id) => {
    const day = laterDay(units.get(id), spec.on)
    return day === undefined ? [] : [{ code: 'unit-changes-later', ...nameOf(id, units), on: spec.on, day }]
  })
}

function laterDay(unit: UnitState | undefined, on: string): string | undefined {
  const rows: Days[] = unit ? [...unit.versions, ...unit.codes, ...unit.parents] : []
  return rows.flatMap(({ from, to }) => [...(from >= on ? [from] : []), ...(to !== null && to > on ? [to] : [])]).toSorted()[0]
}

function codesTaken(plan: Plan, spec: ReorganisationSpec, units: Units): Refusal[] {
  const freed = new Set(plan.codes.filter((code) => code.from !== null).map((code) => `${code.scheme} ${code.code}`))
  const wanted = plan.codes.filter((code) => code.to !== null && !freed.has(`${code.scheme} ${code.code}`))
  const twice = [...spec.newUnits.flatMap((unit) => unit.codes ?? []), ...spec.acts.flatMap((act) => act.codes ?? [])].map(
    (code) => `${code.scheme} ${code.code}`,
  )
  const double = [...new Set(twice.filter((code, index) => twice.indexOf(code) !== index))]
  return [
    ...double.map((code) => ({ code: 'code-given-twice', value: code.split(' ')[1] })),
    ...wanted.flatMap((want) =>
      [...units]
        .filter(
          ([id, unit]) =>
            id !== want.to &&
            unit.codes.some((held) => held.scheme === want.scheme && held.code === want.code && (held.to === null || held.to > spec.on)),
        )
        .map(([id]) => ({ code: 'code-taken', value: want.code, ...nameOf(id, units) })),
    ),
  ]
}

/** A unit that stays may not be left without anything above it. */
function childrenLeft(plan: Plan, spec: ReorganisationSpec, units: Units): Refusal[] {
  const lost = plan.moves.filter((move) => move.to === null && move.from !== null)
  return [...new Set(lost.map((move) => move.unitId))].flatMap((unitId) => {
    const moved = plan.moves.filter((move) => move.unitId === unitId)
    const keeps = units.get(unitId)?.parents.some((parent) => isOn(parent, spec.on) && !moved.some((move) => move.system === parent.system))
    const parentId = lost.find((move) => move.unitId === unitId)?.from ?? ''
    return keeps || moved.some((move) => move.to !== null)
      ? []
      : [
          {
            code: 'child-left',
            ...nameOf(unitId, units),
            parentId,
            parentVi: nameOf(parentId, units).vi,
            parentEn: nameOf(parentId, units).en,
          },
        ]
  })
}

/** A new parent exists on the day and does not end on it. */
function parentsMissing(plan: Plan, spec: ReorganisationSpec, units: Units): Refusal[] {
  const begun = new Set(spec.newUnits.map((unit) => unit.id))
  const ended = new Set(plan.ends.map((end) => end.unitId))
  const wanted = [...plan.moves.map((move) => move.to), ...spec.newUnits.flatMap((unit) => [unit.parents?.state, unit.parents?.party])]
  const missing = wanted
    .filter((id) => typeof id === 'string')
    .filter((id) => !begun.has(id) && (ended.has(id) || !heldOn(units.get(id)?.versions ?? [], spec.on)))
  return [...new Set(missing)].map((id) => ({ code: 'parent-not-on-day', ...nameOf(id, units), on: spec.on }))
}

function nameOf(unitId: string, units: Units): { unitId: string; vi: string; en: string } {
  const last = units.get(unitId)?.versions.at(-1)
  return { unitId, vi: last?.nameVi ?? '', en: last?.nameEn ?? '' }
}
