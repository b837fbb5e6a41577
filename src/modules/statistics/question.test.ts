import { expect, test } from 'vitest'
import { endOfDayInHanoi } from '#lib/days.ts'
import { lastTerm, periodObjections, settle, type Asked, type SettledDays } from './question.ts'

const term = { from: '2015-01-01', to: '2020-12-31' }

const readings: [Asked, string, Partial<SettledDays>, string][] = [
  [{ ...term }, '2026-11-23', { on: '2020-12-31', until: '2020-12-31', knownOn: null }, 'a past period is read on its last day'],
  [{ ...term }, '2018-06-01', { on: '2018-06-01', until: '2018-06-01', knownOn: null }, 'a running period is read today'],
  [
    { ...term, on: '2018-12-31' },
    '2026-11-23',
    { on: '2018-12-31', until: '2018-12-31', knownOn: null },
    'events count up to the day read on',
  ],
  [
    { ...term, on: '2026-01-01' },
    '2026-11-23',
    { on: '2026-01-01', until: '2020-12-31', knownOn: null },
    'read later, events count only within the period',
  ],
  [
    { ...term, knownOn: '2020-11-30' },
    '2026-11-23',
    { on: '2020-12-31', until: '2020-12-31', knownOn: '2020-11-30' },
    'knowledge of a past day stays that of the day',
  ],
  [{ ...term, knownOn: '2026-11-23' }, '2026-11-23', { on: '2020-12-31', until: '2020-12-31', knownOn: null }, 'known today is known now'],
]

test.each(readings)('%o on %s is %o: %s', (asked, today, settled) => {
  expect(settle(asked, today)).toMatchObject(settled)
})

const objections: [Asked, string[]][] = [
  [{ from: '2020-12-31', to: '2015-01-01' }, ['period-reversed']],
  [{ ...term, on: '2014-12-31' }, ['day-before-period']],
  [{ ...term, on: '2015-01-01' }, []],
  [{ from: '2020-01-01', to: '2020-01-01' }, []],
]

test.each(objections)('%o meets %o', (asked, codes) => {
  expect(periodObjections(asked, settle(asked, '2026-11-23')).map(({ code }) => code)).toEqual(codes)
})

test('a day ends in Hanoi, seven hours before it ends in Greenwich', () => {
  expect(endOfDayInHanoi('2020-11-30').toISOString()).toBe('2020-11-30T16:59:59.999Z')
})

test.each([
  ['2020-12-30', '2010-01-01', '2015-12-31'],
  ['2020-12-31', '2015-01-01', '2020-12-31'],
  ['2025-06-30', '2015-01-01', '2020-12-31'],
  ['2026-11-23', '2020-01-01', '2025-12-31'],
])('the last complete term by %s is %s to %s', (day, from, to) => {
  expect(lastTerm(day)).toEqual({ from, to })
})
