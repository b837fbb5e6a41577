import { endsWithAuthority, type UnitKind } from './unit-kind.ts'
import { heldOn, isOn, type UnitState } from './unit-state.ts'

export const actKinds = ['merge', 'split', 'rename', 'upgrade', 'transfer', 'abolish'] as const
export type ActKind = (typeof actKinds)[number]
export type System = 'state' | 'party'
export type Parents = { state?: string | null | undefined; party?: string | null | undefined }
export type Code = { scheme: 'administrative' | 'own'; code: string }

/** One act: which units it takes, into which it passes them, and what is new about a unit that stays. */
export type Act = {
  kind: ActKind
  from: string[]
  to: string[]
  /** A split unit that only gives parts away stays: `false`. */
  ends?: boolean | undefined
  nameVi?: string | undefined
  nameEn?: string | undefined
  unitKind?: UnitKind | undefined
  codes?: Code[] | undefined
  parents?: Parents | undefined
  note?: string | null | undefined
}
export type BegunUnit = {
  id: string
  nameVi: string
  nameEn: string
  kind: UnitKind
  place?: number | undefined
  codes?: Code[] | undefined
  parents?: Parents | undefined
}
export type ReorganisationSpec = {
  on: string
  titleVi: string
  titleEn: string
  decisionId?: string | null | undefined
  newUnits: BegunUnit[]
  acts: Act[]
}

export type Succession = { from: string; to: string | null; kind: ActKind; whole: boolean; note: string | null }
export type Change = { unitId: string; nameVi: string; nameEn: string; kind: string; place: number }
export type Move = { unitId: string; system: System; from: string | null; to: string | null }
export type CodeChange = Code & { from: string | null; to: string | null }
export type Plan = {
  /** Units that end; `follows` where nobody said so, but all above it end. */
  ends: { unitId: string; follows: boolean }[]
  begins: BegunUnit[]
  changes: Change[]
  moves: Move[]
  codes: CodeChange[]
  successions: Succession[]
  /** Where a unit passes whole into another, and its people with it. */
  passages: { from: string; to: string }[]
}

export type Units = ReadonlyMap<string, UnitState>

/** What the reorganisation does to the units, taken that nothing objects to it. */
export function planOf(spec: ReorganisationSpec, units: Units): Plan {
  const said = endedBy(spec.acts)
  const followers = followersOf(spec, units, said)
  const ended = new Set([...said, ...followers])
  const passages = spec.acts.flatMap((act) => (act.kind === 'merge' ? passagesOf(act) : []))
  return {
    ends: [...ended].map((unitId) => ({ unitId, follows: followers.has(unitId) })),
    begins: spec.newUnits,
    changes: spec.acts.flatMap((act) => changeOf(act, units, spec.on)),
    moves: movesOf(spec, units, ended),
    codes: codesOf(spec, units, ended),
    successions: [...spec.acts.flatMap(successionsOf), ...[...followers].map((from) => succession('abolish', from, null, null))],
    passages,
  }
}

/** Which units the acts themselves end. */
export function endedBy(acts: Act[]): Set<string> {
  return new Set(acts.flatMap(endedByAct))
}

export function endedByAct(act: Act): string[] {
  if (act.kind === 'merge') return act.from.filter((id) => !act.to.includes(id))
  if (act.kind === 'abolish') return act.from
  return act.kind === 'split' && act.ends !== false ? act.from : []
}

function passagesOf(act: Act): { from: string; to: string }[] {
  const [to] = act.to
  return to === undefined ? [] : act.from.filter((from) => from !== to).map((from) => ({ from, to }))
}

/** An office does not outlive its authority: those whose every unit above ends, end too. */
function followersOf(spec: ReorganisationSpec, units: Units, said: Set<string>): Set<string> {
  const spoken = new Set(spec.acts.flatMap((act) => (act.parents ? act.from : [])))
  const followers = new Set<string>()
  for (let before = -1; before < followers.size;) {
    before = followers.size
    for (const [id, unit] of units) {
      const version = heldOn(unit.versions, spec.on)
      if (!version || !endsWithAuthority(version.kind) || said.has(id) || followers.has(id) || spoken.has(id)) continue
      const above = unit.parents.filter((parent) => isOn(parent, spec.on))
      if (above.length > 0 && above.every((parent) => said.has(parent.parentId) || followers.has(parent.parentId))) followers.add(id)
    }
  }
  return followers
}

function changeOf(act: Act, units: Units, on: string): Change[] {
  const [unitId] = act.from
  const version = unitId === undefined ? undefined : heldOn(units.get(unitId)?.versions ?? [], on)
  if (unitId === undefined || !version || !isChanging(act)) return []
  return [
    {
      unitId,
      nameVi: act.nameVi ?? version.nameVi,
      nameEn: act.nameEn ?? version.nameEn,
      kind: act.unitKind ?? version.kind,
      place: version.place,
    },
  ]
}

export function isChanging(act: Act): boolean {
  const isOfStayingUnit = act.kind === 'rename' || act.kind === 'upgrade' || act.kind === 'transfer'
  return isOfStayingUnit && (act.nameVi !== undefined || act.nameEn !== undefined || act.unitKind !== undefined)
}

function movesOf(spec: ReorganisationSpec, units: Units, ended: Set<string>): Move[] {
  const given = spec.acts.flatMap((act) => act.from.flatMap((unitId) => movesTo(unitId, act.parents, units, spec.on)))
  const isGiven = (unitId: string, system: System) => given.some((move) => move.unitId === unitId && move.system === system)
  const wholeInto = new Map(spec.acts.flatMap((act) => (act.kind === 'merge' ? passagesOf(act) : [])).map(({ from, to }) => [from, to]))
  // Who stays under a unit that ends follows it where it passed whole, and else loses that parent.
  const left = [...units].flatMap(([unitId, unit]) =>
    unit.parents
      .filter((parent) => !ended.has(unitId) && isOn(parent, spec.on) && ended.has(parent.parentId) && !isGiven(unitId, parent.system))
      .map((parent): Move => ({ unitId, system: parent.system, from: parent.parentId, to: wholeInto.get(parent.parentId) ?? null })),
  )
  return [...given, ...left]
}

function movesTo(unitId: string, parents: Parents | undefined, units: Units, on: string): Move[] {
  return (['state', 'party'] as const).flatMap((system) => {
    const to = parents?.[system]
    if (to === undefined) return []
    const from = units.get(unitId)?.parents.find((parent) => parent.system === system && isOn(parent, on))?.parentId ?? null
    return from === to ? [] : [{ unitId, system, from, to }]
  })
}

function codesOf(spec: ReorganisationSpec, units: Units, ended: Set<string>): CodeChange[] {
  const recoded = new Map(spec.acts.flatMap((act) => (act.codes ? act.from.map((id) => [id, act.codes ?? []] as const) : [])))
  const losing = [...ended, ...recoded.keys()]
  const lost = losing.flatMap((unitId) =>
    (units.get(unitId)?.codes ?? []).filter((code) => isOn(code, spec.on)).map((code) => ({ ...code, unitId })),
  )
  const won = [...recoded, ...spec.newUnits.map((unit) => [unit.id, unit.codes ?? []] as const)].flatMap(([unitId, codes]) =>
    codes.map((code) => ({ ...code, unitId })),
  )
  const names = new Map([...lost, ...won].map(({ scheme, code }) => [`${scheme} ${code}`, { scheme, code }]))
  const owner = (among: (Code & { unitId: string })[], { scheme, code }: Code) =>
    among.find((one) => one.scheme === scheme && one.code === code)?.unitId ?? null
  return [...names.values()]
    .map((name) => ({ ...name, from: owner(lost, name), to: owner(won, name) }))
    .filter((code) => code.from !== code.to)
}

function successionsOf(act: Act): Succession[] {
  const note = act.note ?? null
  if (act.kind === 'merge') return passagesOf(act).map(({ from, to }) => succession('merge', from, to, note))
  if (act.kind === 'split')
    return act.from.flatMap((from) => act.to.filter((to) => to !== from).map((to) => succession('split', from, to, note)))
  if (act.kind === 'abolish') return act.from.map((from) => succession('abolish', from, null, note))
  return act.from.map((from) => succession(act.kind, from, from, note))
}

/** Of a split unit only parts pass on, of an abolished one nothing. */
function succession(kind: ActKind, from: string, to: string | null, note: string | null): Succession {
  return { from, to, kind, whole: kind !== 'split' && kind !== 'abolish', note }
}
