import { expect, test } from 'vitest'
import { lanesOf, yearOf } from '#web/kit/charts/timeline-lanes.ts'

test('posts that follow each other share a lane; those held at once do not', () => {
  expect(
    lanesOf([
      { from: '2008', to: '2013-12-31' },
      { from: '2014-01-01', to: null },
      { from: '2012-06', to: '2016-01-01' },
    ]),
  ).toEqual([0, 0, 1])
})

test('a bar that goes on keeps its lane to the end', () => {
  expect(
    lanesOf([
      { from: '2010-01-01', to: null },
      { from: '2020-01-01', to: '2021-01-01' },
    ]),
  ).toEqual([0, 1])
})

test('a year or a month alone stands at its first day', () => {
  expect(yearOf('2020')).toBe(2020)
  expect(yearOf('2020-07')).toBe(2020.5)
})
