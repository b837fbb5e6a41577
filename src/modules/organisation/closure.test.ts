import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closureOf, type Edge, type Existence, ParentCycle } from './closure.ts'

const units = (...ids: string[]): Existence[] => ids.map((unitId) => ({ unitId, from: '2000-01-01', to: null }))
const edge = (unitId: string, parentId: string, from = '2000-01-01', to: string | null = null): Edge => ({ unitId, parentId, from, to })

test('a commune that moves to the city lies under the district until that day and under the city from it', () => {
  const rows = closureOf(units('province', 'district', 'city', 'commune'), [
    edge('district', 'province'),
    edge('city', 'province'),
    edge('commune', 'district', '2000-01-01', '2020-01-01'),
    edge('commune', 'city', '2020-01-01'),
  ])

  const ofCommune = rows.filter((row) => row.descendantId === 'commune')
  expect(ofCommune).toHaveLength(4)
  expect(ofCommune).toContainEqual({ ancestorId: 'commune', descendantId: 'commune', depth: 0, from: '2000-01-01', to: null })
  expect(ofCommune).toContainEqual({ ancestorId: 'district', descendantId: 'commune', depth: 1, from: '2000-01-01', to: '2020-01-01' })
  expect(ofCommune).toContainEqual({ ancestorId: 'city', descendantId: 'commune', depth: 1, from: '2020-01-01', to: null })
  expect(ofCommune).toContainEqual({ ancestorId: 'province', descendantId: 'commune', depth: 2, from: '2000-01-01', to: null })
})

test('a body with a Party parent and a State parent lies below both', () => {
  const rows = closureOf(units('district', 'committee', 'people', 'joint'), [
    edge('committee', 'district'),
    edge('people', 'district'),
    edge('joint', 'committee'),
    edge('joint', 'people'),
  ])

  expect(
    rows
      .filter((row) => row.descendantId === 'joint')
      .map((row) => row.ancestorId)
      .toSorted(),
  ).toEqual(['committee', 'district', 'joint', 'people'])
})

test('units that lie below each other on one day are refused, on different days they are not', () => {
  const bothWays = (from: string) => [edge('a', 'b', '2000-01-01', '2010-01-01'), edge('b', 'a', from)]

  expect(() => closureOf(units('a', 'b'), bothWays('2005-01-01'))).toThrow(ParentCycle)
  expect(closureOf(units('a', 'b'), bothWays('2010-01-01'))).toHaveLength(4)
})

const day = fc.integer({ min: 10, max: 19 }).map((year) => `20${year}-01-01`)
const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const days = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || from < to)
const existences = fc.tuple(...ids.map((unitId) => days.map(([from, to]) => ({ unitId, from, to }))))
// A parent always comes earlier in the alphabet, so there is no circle.
const edges = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(4), days).map(([child, above, [from, to]]) => ({
    unitId: ids[child] ?? '',
    parentId: ids[above % child] ?? '',
    from,
    to,
  })),
  { maxLength: 12 },
)

test('on any day the kept ancestors are those that climbing parent by parent finds', () => {
  fc.assert(
    fc.property(existences, edges, day, (there, links, on) => {
      const isOn = (row: { from: string; to: string | null }) => row.from <= on && (row.to === null || on < row.to)
      const exists = (id: string) => there.some((unit) => unit.unitId === id && isOn(unit))
      const climb = (id: string, depth: number): [string, number][] => [
        [id, depth],
        ...links
          .filter((link) => link.unitId === id && isOn(link) && exists(link.parentId))
          .flatMap((link) => climb(link.parentId, depth + 1)),
      ]
      const climbed = there
        .filter((unit) => isOn(unit))
        .flatMap((unit) => climb(unit.unitId, 0).map(([id, depth]) => ({ unitId: unit.unitId, id, depth })))
      const least = new Map<string, number>()
      for (const { unitId, id, depth } of climbed) least.set(`${id}>${unitId}`, Math.min(depth, least.get(`${id}>${unitId}`) ?? 99))

      const kept = closureOf(there, links).filter(isOn)
      expect(Object.fromEntries(kept.map((row) => [`${row.ancestorId}>${row.descendantId}`, row.depth]))).toEqual(Object.fromEntries(least))
      expect(kept).toHaveLength(least.size)
    }),
  )
})
