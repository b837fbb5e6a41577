import { bestLine } from './greedy.ts'
import type { Grouping } from './grouping.ts'
import { meansOf, type Model } from './model.ts'
import { nobodySeated, type Seating, seat } from './seating.ts'
import type { Ground } from './ground.ts'

const nearlyWhole = 1e-6

/** Names the persons and lines behind the numbers of groups and classes; what the finer rules do not allow stays open. */
export function seatedBy(ground: Ground, grouping: Grouping, { columns }: Model, values: Float64Array): Seating {
  const seating = nobodySeated(ground)
  for (const place of columns.keys()) {
    const means = meansOf(columns, place)
    if (means) seatSome(seating, grouping, means, Math.floor((values[place] ?? 0) + nearlyWhole))
  }
  return seating
}

function seatSome(
  seating: Seating,
  { groups, classes }: Grouping,
  means: { group: number; need: number; class: number },
  count: number,
): void {
  let left = count
  const lines = classes[means.class]?.lines ?? []
  for (const need of groups[means.group]?.needs[means.need]?.of ?? []) {
    if (left <= 0) return
    if (seating.lineOf[need] !== -1) continue
    const line = bestLine(seating, need, lines)
    if (line === null) continue
    seat(seating, need, line)
    left--
  }
}
