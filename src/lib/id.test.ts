import { expect, test } from 'vitest'
import { newId } from './id.ts'

test('identifiers of one moment come in the order they were made, however many, and none twice', () => {
  const at = Date.parse('2026-11-23T08:00:00Z')
  const ids = Array.from({ length: 10_000 }, () => newId(at))

  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true)
  expect(newId(at + 1000) > (ids.at(-1) ?? '')).toBe(true)
})
