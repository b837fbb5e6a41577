import type { Home } from './home.contract.ts'
import { isSmall, keptBackOf, mergedBands, tellableSteps } from './small-groups.ts'

/** The overview for those who see only figures: nothing in it stands for a small group or tells one by a difference. */
export function protectedHome(home: Home): Home {
  const { total } = home
  if (total === null || isSmall(total)) return nothingOf(home)
  const areWomenTold = !isSmall(home.women ?? 0) && !isSmall(total - (home.women ?? 0))
  const isStudyingTold = !isSmall(home.studying ?? 0) && !isSmall(total - (home.studying ?? 0))
  const shown: Home = {
    ...home,
    kinds: shownKinds(home.kinds, total),
    bands: shownBands(home, total),
    degrees: shownSteps(home.degrees, total),
    theory: shownSteps(home.theory, total),
    women: areWomenTold ? home.women : undefined,
    studying: isStudyingTold ? home.studying : undefined,
    // What to do about single persons is for those who may see them.
    missing: [],
    attention: [],
    isProtected: true,
  }
  return shown.bands.length === 0 ? { ...shown, outsideBands: 0 } : shown
}

function nothingOf(home: Home): Home {
  const empty = { kinds: [], bands: [], outsideBands: 0, degrees: [], theory: [], missing: [], attention: [] }
  return { ...home, ...empty, total: null, women: undefined, studying: undefined, isProtected: true }
}

/** A kind left out is not told from one that nobody is of. */
function shownKinds(kinds: Home['kinds'], total: number): Home['kinds'] {
  // One person may be of two kinds; their sum is then the total that everybody knows.
  const all = kinds.reduce((sum, { count }) => sum + count, 0)
  const whole = Math.max(all, total)
  const cells = kinds.map(({ count }) => ({ count, people: count }))
  const rest = { count: whole - all, people: whole - all }
  const kept = keptBackOf([...cells, rest], { count: whole, people: whole }, 'people')
  return kept.total === null ? kinds.filter((_, index) => kept.cells[index] === null) : []
}

/** Bands taken together; none at all where those in no band, or of one sex in no band, are few. */
function shownBands({ bands, outsideBands, women }: Home, total: number): Home['bands'] {
  const inBands = (sex: 'men' | 'women') => bands.reduce((sum, band) => sum + band[sex], 0)
  const outside = (women ?? 0) - inBands('women')
  const groups = [outsideBands, outside, outsideBands - outside, women ?? 0, total - (women ?? 0)]
  return groups.some(isSmall) ? [] : (mergedBands(bands) ?? [])
}

/** From the highest level to the lowest, each with those above it. */
function shownSteps<S extends { count: number }>(steps: readonly S[], total: number): S[] {
  const told = tellableSteps(
    steps.map(({ count }) => count),
    total,
  )
  return steps.filter((_, index) => told[index])
}
