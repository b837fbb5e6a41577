import type { InputOf } from '#lib/operation.ts'
import type { applyReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import type { Act, ActKind, Parents } from '#modules/organisation/reorganisation.ts'
import { systemsOf } from '#modules/organisation/kind-of-name.ts'
import type { UnitKind } from '#modules/organisation/unit-kind.ts'

export type Spec = InputOf<typeof applyReorganisation>
export type Picked = { id: string; name: string }
/** Where units pass to: one that exists, or one that begins. */
export type Target = {
  key: string
  existing: Picked | null
  nameVi: string
  nameEn: string
  kind: UnitKind
  code: string
  parent: Picked | null
}
export type DraftAct = {
  key: string
  kind: ActKind
  from: Picked[]
  targets: Target[]
  ends: boolean
  nameVi: string
  nameEn: string
  unitKind: UnitKind | ''
  code: string
  stateParent: Picked | null
  partyParent: Picked | null
  note: string
}
export type Draft = { on: string; titleVi: string; titleEn: string; decisionId: string; acts: DraftAct[] }

export function newAct(kind: ActKind): DraftAct {
  const targets = kind === 'merge' ? [newTarget()] : kind === 'split' ? [newTarget(), newTarget()] : []
  return {
    key: crypto.randomUUID(),
    kind,
    from: [],
    targets,
    ends: true,
    nameVi: '',
    nameEn: '',
    unitKind: '',
    code: '',
    stateParent: null,
    partyParent: null,
    note: '',
  }
}

/** The key of a target becomes the id of the unit that begins. */
export function newTarget(): Target {
  return { key: crypto.randomUUID(), existing: null, nameVi: '', nameEn: '', kind: 'commune', code: '', parent: null }
}

/** What the draft asks the server for. */
export function specOf(draft: Draft): Spec {
  return {
    on: draft.on,
    titleVi: draft.titleVi.trim(),
    titleEn: draft.titleEn.trim(),
    ...(draft.decisionId ? { decisionId: draft.decisionId } : {}),
    newUnits: draft.acts.flatMap(({ targets }) => targets.filter(({ existing }) => !existing).map(begunUnit)),
    acts: draft.acts.map(actOf),
  }
}

function begunUnit({
  key,
  nameVi,
  nameEn,
  kind,
  code,
  parent,
}: Target): Spec['newUnits'] extends (infer Unit)[] | undefined ? Unit : never {
  return {
    id: key,
    nameVi: nameVi.trim(),
    nameEn: nameEn.trim(),
    kind,
    codes: codesOf(code),
    parents: parent ? Object.fromEntries(systemsOf(kind).map((system) => [system, parent.id])) : {},
  }
}

function actOf(act: DraftAct): Act {
  const shared = {
    kind: act.kind,
    from: act.from.map(({ id }) => id),
    to: act.targets.map(({ key, existing }) => existing?.id ?? key),
    note: act.note.trim() || null,
  }
  if (act.kind === 'split') return { ...shared, ends: act.ends }
  if (act.kind === 'merge' || act.kind === 'abolish') return shared
  const named = { ...(act.nameVi.trim() ? { nameVi: act.nameVi.trim() } : {}), ...(act.nameEn.trim() ? { nameEn: act.nameEn.trim() } : {}) }
  const parents: Parents = {
    ...(act.stateParent ? { state: act.stateParent.id } : {}),
    ...(act.partyParent ? { party: act.partyParent.id } : {}),
  }
  return {
    ...shared,
    ...(act.kind === 'transfer' ? {} : named),
    ...(act.kind === 'upgrade' && act.unitKind ? { unitKind: act.unitKind } : {}),
    ...(act.kind === 'upgrade' && act.code.trim() ? { codes: codesOf(act.code) } : {}),
    ...(Object.keys(parents).length > 0 ? { parents } : {}),
  }
}

function codesOf(code: string): { scheme: 'administrative'; code: string }[] {
  return code.trim() ? [{ scheme: 'administrative', code: code.trim() }] : []
}
