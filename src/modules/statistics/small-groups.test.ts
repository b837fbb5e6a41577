import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, keptBackOf, mergedBands, smallestGroup, tellableSteps, type Cell, type KeptBack } from './small-groups.ts'

const ofPeople = fc.integer({ min: 0, max: 12 }).map((count): Cell => ({ count, people: count }))
const ofTimes = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 4 }))
  .map(([people, more]): Cell => ({ people, count: people === 0 ? 0 : people + more }))
const sum = (cells: readonly Cell[]) => cells.reduce((all, { count }) => all + count, 0)

test('a group of one to four is kept back, nobody and five are shown', () => {
  expect([0, 1, 4, 5, 6].map(isSmall)).toEqual([false, true, true, false, false])
})

test('one small group takes the next smallest with it, for the total would tell it', () => {
  const cells = [3, 40, 9, 0].map((count) => ({ count, people: count }))
  expect(keptBackOf(cells, { count: 52, people: 52 }, 'people')).toEqual({ cells: ['small', null, 'beside', null], total: null })
})

test('two groups of one person each tell one another, and a third is kept back with them', () => {
  const cells = [1, 1, 7, 20].map((count) => ({ count, people: count }))
  expect(keptBackOf(cells, { count: 29, people: 29 }, 'people').cells).toEqual(['small', 'small', 'beside', null])
})

test('where nothing else is left to keep back the total is', () => {
  const cells = [4, 4].map((count) => ({ count, people: count }))
  expect(keptBackOf(cells, { count: 8, people: 8 }, 'people').total).toBe('beside')
})

test('nothing kept back can be worked out from what is shown', () => {
  fc.assert(
    fc.property(fc.array(ofPeople, { minLength: 1, maxLength: 5 }), (cells) => {
      const total = sum(cells)
      const kept = keptBackOf(cells, { count: total, people: total }, 'people')
      expectUntold(cells, kept, total, smallestGroup - 1)
    }),
  )
  fc.assert(
    fc.property(fc.array(ofTimes, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 8 }), (cells, fewer) => {
      const total = sum(cells)
      // Somebody may stand in several kinds, but no kind has more people than all together.
      const people = Math.max(...cells.map((cell) => cell.people), cells.reduce((all, cell) => all + cell.people, 0) - fewer)
      expectUntold(cells, keptBackOf(cells, { count: total, people }, 'times'), total, Infinity)
    }),
  )
})

test('small groups are never shown and zero always is', () => {
  const found = fc.check(
    fc.property(fc.array(ofPeople, { minLength: 1, maxLength: 9 }), (cells) => {
      const total = sum(cells)
      const kept = keptBackOf(cells, { count: total, people: total }, 'people').cells
      const isRight = cells.every(
        ({ people }, index) => isSmall(people) === (kept[index] === 'small') && (people > 0 || kept[index] === null),
      )
      return isRight
    }),
  )
  expect(found).toMatchObject({ failed: false })
})

test('between two levels that are shown there is nobody or a group that may be shown', () => {
  const people = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(people, (each) => {
      const all = each.map((_, index) => each.slice(0, index + 1).reduce((total, one) => total + one, 0))
      const total = all.at(-1) ?? 0
      const told = tellableSteps(all, total)
      const shown = [0, ...all.filter((_, index) => told[index]), total]
      for (const one of shown) for (const other of shown) expect(isSmall(Math.abs(one - other)) && !isSmall(total)).toBe(false)
    }),
  )
})

test('age bands are taken together until none shows a small group, and lose nobody', () => {
  const band = fc.record({ men: fc.integer({ min: 0, max: 9 }), women: fc.integer({ min: 0, max: 9 }) })
  fc.assert(
    fc.property(fc.array(band, { minLength: 1, maxLength: 9 }), (numbers) => {
      const bands = numbers.map((one, index) => ({ ...one, from: index * 5, to: index * 5 + 4 }))
      const merged = mergedBands(bands)
      if (merged === null) return
      for (const one of merged) expect(isSmall(one.men) || isSmall(one.women)).toBe(false)
      expect(merged.reduce((all, one) => all + one.men + one.women, 0)).toBe(bands.reduce((all, one) => all + one.men + one.women, 0))
      expect([merged[0]?.from, merged.at(-1)?.to]).toEqual([bands[0]?.from, bands.at(-1)?.to])
    }),
  )
})

/** By trying all that the shown numbers allow, for each number kept back at least two values remain. */
function expectUntold(
  cells: readonly Cell[],
  kept: { cells: readonly (KeptBack | null)[]; total: KeptBack | null },
  total: number,
  mostOfSmall: number,
): void {
  if (kept.total !== null) return
  const hidden = kept.cells.flatMap((why) => why ?? [])
  const left = cells.reduce((rest, { count }, index) => (kept.cells[index] === null ? rest - count : rest), total)
  const possible = hidden.map(() => new Set<number>())
  const attempt = (at: number, rest: number, values: number[]): void => {
    if (at === hidden.length) {
      if (rest === 0) values.forEach((value, index) => possible[index]?.add(value))
      return
    }
    const [least, most] = hidden[at] === 'small' ? [1, mostOfSmall] : [smallestGroup, Infinity]
    for (let value = least; value <= Math.min(most, rest); value++) attempt(at + 1, rest - value, [...values, value])
  }
  attempt(0, left, [])
  for (const values of possible) expect(values.size).toBeGreaterThan(1)
}
