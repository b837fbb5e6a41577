import { expect, test } from 'vitest'
import { z } from 'zod'
import { readSearch, writeSearch } from '#web/search.ts'

const shape = z.object({
  sex: z.enum(['male', 'female']).optional(),
  units: z.array(z.string()).default([]),
  page: z.coerce.number().int().default(1),
})

test('an address without conditions gives the defaults', () => {
  expect(readSearch(shape, new URLSearchParams())).toEqual({ units: [], page: 1 })
})

test('a mistyped value in a link is as if it were absent, and the others stay', () => {
  expect(readSearch(shape, new URLSearchParams('sex=other&units=a&page=x'))).toEqual({ units: ['a'], page: 1 })
})

test('a list of one and a list of several both come back as lists', () => {
  expect(readSearch(shape, new URLSearchParams('units=a')).units).toEqual(['a'])
  expect(readSearch(shape, new URLSearchParams('units=a&units=b')).units).toEqual(['a', 'b'])
})

test('what is emptied leaves the address; the day and the rest stay', () => {
  const after = writeSearch(new URLSearchParams('day=2020-12-31&sex=male&units=a'), { sex: '', units: ['b', 'c'] })
  expect(after.toString()).toBe('day=2020-12-31&units=b&units=c')
})
