/** Fewer persons than these are not a group that a published figure may show. */
export const smallestGroup = 5

/** A number of a table and how many different persons are behind it. */
export type Cell = { count: number; people: number }

/** Why a number is kept back: its own group is small, or it would tell that of one beside it. */
export type KeptBack = 'small' | 'beside'

export type Measure = 'people' | 'times'

/** What everybody may conclude of a number that is kept back. */
type Range = { least: number; most: number }

export function isSmall(people: number): boolean {
  return people > 0 && people < smallestGroup
}

/**
 * What of a line of numbers with their total must be kept back, so that nothing kept back can be worked out from what is
 * shown: besides the small ones the next smallest, and where none is left the total. Zero is nobody, and shown.
 */
export function keptBackOf(cells: readonly Cell[], total: Cell, of: Measure): { cells: (KeptBack | null)[]; total: KeptBack | null } {
  const kept = cells.map(({ people }): KeptBack | null => (isSmall(people) ? 'small' : null))
  if (isSmall(total.people)) return { cells: kept, total: 'small' }
  while (isTold(cells, kept, total.count, of)) {
    const next = smallestShown(cells, kept)
    if (next === -1) return { cells: kept, total: 'beside' }
    kept[next] = 'beside'
  }
  return { cells: kept, total: null }
}

/**
 * Of numbers that each include the one before (this level or a higher one), those that may be shown beside their total:
 * between one and the next there is nobody or no small group.
 */
export function tellableSteps(steps: readonly number[], total: number): boolean[] {
  let last = 0
  return steps.map((step) => {
    const isTellable = !isSmall(step - last) && !isSmall(total - step)
    if (isTellable) last = step
    return isTellable
  })
}

/** Neighbouring bands taken together until no number of theirs is small; null where even all of them together are not enough. */
export function mergedBands<B extends { to: number | null; men: number; women: number }>(bands: readonly B[]): B[] | null {
  const merged: B[] = []
  for (const band of bands) {
    const last = merged.at(-1)
    if (last && (isSmall(last.men) || isSmall(last.women))) merged[merged.length - 1] = together(last, band)
    else merged.push(band)
  }
  while (merged.length > 1 && hasSmall(merged.at(-1))) {
    const [before, last] = merged.splice(-2)
    if (before && last) merged.push(together(before, last))
  }
  return hasSmall(merged.at(-1)) ? null : merged
}

function hasSmall(band: { men: number; women: number } | undefined): boolean {
  return band !== undefined && (isSmall(band.men) || isSmall(band.women))
}

function together<B extends { to: number | null; men: number; women: number }>(one: B, next: B): B {
  return { ...one, to: next.to, men: one.men + next.men, women: one.women + next.women }
}

/** Whether the total and the numbers shown leave but one value for a number that is kept back. */
function isTold(cells: readonly Cell[], kept: readonly (KeptBack | null)[], total: number, of: Measure): boolean {
  const hidden = kept.flatMap((why) => (why === null ? [] : [rangeOf(why, of)]))
  const sum = cells.reduce((rest, { count }, index) => (kept[index] === null ? rest - count : rest), total)
  return hidden.some((range, index) => {
    const others = hidden.toSpliced(index, 1)
    const low = Math.max(range.least, sum - others.reduce((most, other) => most + other.most, 0))
    const high = Math.min(range.most, sum - others.reduce((least, other) => least + other.least, 0))
    return low >= high
  })
}

/** One to four persons may have been sent any number of times. */
function rangeOf(why: KeptBack, of: Measure): Range {
  if (why === 'beside') return { least: smallestGroup, most: Infinity }
  return { least: 1, most: of === 'people' ? smallestGroup - 1 : Infinity }
}

function smallestShown(cells: readonly Cell[], kept: readonly (KeptBack | null)[]): number {
  return cells.reduce((found, { count }, index) => {
    if (count === 0 || kept[index] !== null) return found
    return found === -1 || count < (cells[found]?.count ?? 0) ? index : found
  }, -1)
}
