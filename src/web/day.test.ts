import { expect, test } from 'vitest'
import { dayIn, keepDay } from '#web/day.ts'

test('only a day that exists is taken from the address', () => {
  expect(dayIn(new URLSearchParams('day=2020-02-29'))).toBe('2020-02-29')
  for (const day of ['2019-02-29', '2020-13-01', '31/12/2020', 'today', '']) expect(dayIn(new URLSearchParams({ day }))).toBeNull()
})

test('a link keeps the chosen day', () => {
  expect(keepDay('/people?sex=male#list', '?day=2020-12-31&tab=posts')).toBe('/people?sex=male&day=2020-12-31#list')
})

test('a link that names its own day goes to that day', () => {
  expect(keepDay('/review?day=2015-01-01', '?day=2020-12-31')).toBe('/review?day=2015-01-01')
})

test('today adds nothing to a link', () => {
  expect(keepDay('/people', '?tab=posts')).toBe('/people')
})
