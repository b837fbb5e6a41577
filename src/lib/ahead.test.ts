import { expect, test } from 'vitest'
import { ahead } from './ahead.ts'

test('the next value is begun while one is being used, and all come in order', async () => {
  const log: string[] = []
  for await (const value of ahead(numbers(log))) {
    await Promise.resolve()
    log.push(`use ${value}`)
  }
  expect(log).toEqual(['make 1', 'make 2', 'use 1', 'make 3', 'use 2', 'end', 'use 3'])
})

test('who stops early leaves nothing going on, and a failure comes in its turn', async () => {
  const log: string[] = []
  for await (const value of ahead(numbers(log))) if (value === 1) break
  expect(log.at(-1)).toBe('end')

  const used: number[] = []
  const failing = async () => {
    for await (const value of ahead(numbers([], 3))) used.push(value)
  }
  await expect(failing()).rejects.toThrow('no 3')
  expect(used).toEqual([1, 2])
})

async function* numbers(log: string[], bad = 0): AsyncGenerator<number> {
  try {
    for (const number of [1, 2, 3]) {
      if (number === bad) throw new Error(`no ${number}`)
      log.push(`make ${number}`)
      yield number
    }
  } finally {
    log.push('end')
  }
}
