import type { UnitNode } from '#modules/organisation/unit.contract.ts'

export type Branch = { key: string; unit: UnitNode; children: Branch[] }

/** The units as a tree; one with two parents stands under both, under a key of its own each time. */
export function branchesOf(units: readonly UnitNode[]): Branch[] {
  const known = new Set(units.map((unit) => unit.unitId))
  const parentsOf = (unit: UnitNode) =>
    new Set([unit.stateParentId, unit.partyParentId].filter((id): id is string => id !== null && known.has(id)))
  const below = new Map<string, UnitNode[]>()
  for (const unit of units) for (const parent of parentsOf(unit)) below.set(parent, [...(below.get(parent) ?? []), unit])
  const branch = (unit: UnitNode, above: string): Branch => {
    const key = above === '' ? unit.unitId : `${above}/${unit.unitId}`
    return { key, unit, children: (below.get(unit.unitId) ?? []).map((child) => branch(child, key)) }
  }
  return units.filter((unit) => parentsOf(unit).size === 0).map((unit) => branch(unit, ''))
}

/** Which branches are open at first: the way down to the authority, and the authority itself. */
export function openedFor(branches: readonly Branch[], authorityId: string | undefined): string[] {
  const way = (branch: Branch): string[] => {
    if (branch.unit.unitId === authorityId) return [branch.key]
    const below = branch.children.flatMap(way)
    return below.length > 0 ? [branch.key, ...below] : []
  }
  const ways = branches.flatMap(way)
  return ways.length > 0 ? ways : branches.map(({ key }) => key)
}

/** The unit that a key of the tree stands for. */
export function unitOfKey(key: string): string {
  return key.split('/').at(-1) ?? key
}
