import { isOn, type Days } from './unit-state.ts'

export type Existence = Days & { unitId: string }
export type Edge = Days & { unitId: string; parentId: string }
export type ClosureRow = Days & { ancestorId: string; descendantId: string; depth: number }

/** Units and edges that lead round in a circle on some day. */
export class ParentCycle extends Error {
  readonly unitId: string
  readonly on: string
  constructor(unitId: string, on: string) {
    super(`Unit ${unitId} lies below itself on ${on}`)
    this.unitId = unitId
    this.on = on
  }
}

/** Every ancestor of every unit, itself included, over the edges of both systems, with the days of it. */
export function closureOf(units: Existence[], edges: Edge[]): ClosureRow[] {
  const days = boundaries(units, edges)
  const open = new Map<string, ClosureRow>()
  const rows: ClosureRow[] = []
  // Between two neighbouring boundaries nothing changes, so one day stands for all.
  for (const day of days) {
    const now = pairsOn(day, units, edges)
    for (const [key, row] of open) {
      if (now.has(key)) continue
      rows.push({ ...row, to: day })
      open.delete(key)
    }
    for (const [key, pair] of now) if (!open.has(key)) open.set(key, { ...pair, from: day, to: null })
  }
  return [...rows, ...open.values()]
}

type Pair = Pick<ClosureRow, 'ancestorId' | 'descendantId' | 'depth'>

function pairsOn(day: string, units: Existence[], edges: Edge[]): Map<string, Pair> {
  const there = new Set(units.filter((unit) => isOn(unit, day)).map((unit) => unit.unitId))
  const parents = Map.groupBy(
    edges.filter((edge) => isOn(edge, day) && there.has(edge.unitId) && there.has(edge.parentId)),
    (edge) => edge.unitId,
  )
  const pairs = new Map<string, Pair>()
  for (const unitId of there) {
    for (const [ancestorId, depth] of ancestorsOf(unitId, parents, day)) {
      pairs.set(`${ancestorId} ${unitId} ${depth}`, { ancestorId, descendantId: unitId, depth })
    }
  }
  return pairs
}

/** Upwards level by level; the first time an ancestor is met is its least depth. */
function ancestorsOf(unitId: string, parents: Map<string, Edge[]>, day: string): Map<string, number> {
  const depths = new Map([[unitId, 0]])
  let level = [unitId]
  for (let depth = 1; level.length > 0; depth++) {
    const above = new Set(level.flatMap((id) => (parents.get(id) ?? []).map((edge) => edge.parentId)))
    if (above.has(unitId)) throw new ParentCycle(unitId, day)
    level = [...above].filter((id) => !depths.has(id))
    for (const id of level) depths.set(id, depth)
  }
  return depths
}

function boundaries(units: Existence[], edges: Edge[]): string[] {
  return [...new Set([...units, ...edges].flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].toSorted()
}
