import { expect, test } from 'vitest'
import { addDays } from '#lib/days.ts'
import { expired, type Kept } from './retention.ts'

/** One backup at two in the morning of each of these days. */
function daily(from: string, days: number): Kept[] {
  return Array.from({ length: days }, (_, count) => addDays(from, count)).map((day) => ({ name: day, day, at: `${day}T020000` }))
}

function keptOf(backups: Kept[]): string[] {
  const gone = new Set(expired(backups))
  return backups.map(({ name }) => name).filter((name) => !gone.has(name))
}

test('after a year of nightly backups seven days, four weeks and twelve months are kept', () => {
  // 24 November 2026 is a Tuesday.
  expect(keptOf(daily('2025-11-01', 389))).toEqual([
    ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31'],
    ...['2026-09-30', '2026-10-31', '2026-11-08', '2026-11-15'],
    ...['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'],
  ])
})

test('pruning every night keeps what pruning at the end would keep', () => {
  let held: Kept[] = []
  for (const backup of daily('2025-11-01', 389)) {
    held.push(backup)
    const gone = new Set(expired(held))
    held = held.filter(({ name }) => !gone.has(name))
  }
  expect(held.map(({ name }) => name)).toEqual(keptOf(daily('2025-11-01', 389)))
})

test('of one day the latest is kept, and a few backups are all kept', () => {
  const twice = [
    { name: 'morning', day: '2026-11-24', at: '2026-11-24T020000' },
    { name: 'noon', day: '2026-11-24', at: '2026-11-24T120000' },
  ]
  expect(expired(twice)).toEqual(['morning'])
  expect(expired(daily('2026-11-20', 5))).toEqual([])
  expect(expired([])).toEqual([])
})

test('after a pause nothing is thrown away for being old: the last backups there are stay', () => {
  expect(expired(daily('2024-03-01', 3))).toEqual([])
})
