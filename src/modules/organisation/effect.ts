import type { Touched } from './carrier.ts'
import type { Effect } from './reorganisation.contract.ts'
import type { Plan, ReorganisationSpec, Units } from './reorganisation.ts'
import { heldOn } from './unit-state.ts'

type Named = { vi: string; en: string; kind: string }
type EffectOfUnits = Omit<Effect, 'refusals' | 'people' | 'touched'>

/** The plan in names, as the dry run and the list of reorganisations show it. */
export function effectOf(spec: ReorganisationSpec, plan: Plan, units: Units): EffectOfUnits {
  const name = namesFor(spec, units)
  const pair = (from: string | null, to: string | null) => ({
    fromVi: name(from)?.vi ?? null,
    fromEn: name(from)?.en ?? null,
    toVi: name(to)?.vi ?? null,
    toEn: name(to)?.en ?? null,
  })
  const unit = (unitId: string) => ({ unitId, vi: name(unitId)?.vi ?? '', en: name(unitId)?.en ?? '' })
  return {
    ends: plan.ends.map(({ unitId, follows }) => ({ ...unit(unitId), follows })),
    begins: plan.begins.map(({ id, kind }) => ({ ...unit(id), kind })),
    changes: plan.changes.map((change) => ({
      ...unit(change.unitId),
      kind: name(change.unitId)?.kind ?? '',
      toVi: change.nameVi,
      toEn: change.nameEn,
      toKind: change.kind,
    })),
    moves: plan.moves.map((move) => ({ ...unit(move.unitId), system: move.system, ...pair(move.from, move.to) })),
    codes: plan.codes.map((code) => ({ code: code.code, ...pair(code.from, code.to) })),
    successions: plan.successions.map(({ kind, whole, note, from, to }) => {
      const named = pair(from, to)
      const changed = from === to ? plan.changes.find((change) => change.unitId === from) : undefined
      return {
        kind,
        whole,
        note,
        fromId: from,
        fromVi: named.fromVi ?? '',
        fromEn: named.fromEn ?? '',
        toId: to,
        toVi: changed?.nameVi ?? named.toVi,
        toEn: changed?.nameEn ?? named.toEn,
      }
    }),
  }
}

function namesFor(spec: ReorganisationSpec, units: Units): (id: string | null) => Named | undefined {
  const begun = new Map(spec.newUnits.map((unit) => [unit.id, { vi: unit.nameVi, en: unit.nameEn, kind: unit.kind }]))
  return (id) => {
    if (id === null) return undefined
    const versions = units.get(id)?.versions ?? []
    const version = versions.findLast(({ from }) => from < spec.on) ?? heldOn(versions, spec.on)
    return version ? { vi: version.nameVi, en: version.nameEn, kind: version.kind } : begun.get(id)
  }
}

/** How many posts, memberships and persons meet each outcome. */
export function countsOf(touched: Touched[]): Effect['people'] {
  const of = (outcome: Touched['outcome']) => {
    const ties = touched.filter((tie) => tie.outcome === outcome)
    return {
      posts: ties.filter(({ tie }) => tie === 'post').length,
      memberships: ties.filter(({ tie }) => tie === 'membership').length,
      people: new Set(ties.map(({ personId }) => personId)).size,
    }
  }
  return { carried: of('carried'), postEnded: of('post-ended'), noSuccessor: of('no-successor') }
}

const listed = 500

/** Those touched, by name, with the units by name; who loses a post comes before who goes on. */
export function touchedOf(touched: Touched[], spec: ReorganisationSpec, units: Units): Effect['touched'] {
  const name = namesFor(spec, units)
  return [...touched.filter(({ outcome }) => outcome !== 'carried'), ...touched.filter(({ outcome }) => outcome === 'carried')]
    .slice(0, listed)
    .map((tie) => ({
      personId: tie.personId,
      name: tie.personName,
      title: tie.title,
      tie: tie.tie,
      fromVi: name(tie.fromUnitId)?.vi ?? '',
      fromEn: name(tie.fromUnitId)?.en ?? '',
      toVi: name(tie.toUnitId)?.vi ?? null,
      toEn: name(tie.toUnitId)?.en ?? null,
      outcome: tie.outcome,
    }))
}
