import { expect, test } from 'vitest'
import type { UnitReading } from './candidate.ts'
import { assumedDay } from './list-day.ts'
import type { ListedUnit } from './unit-match.ts'

const today = '2026-11-23'
const now = [listed('Xã Yên Sơn', null), listed('Xã Thái Bình', null)]
const ended = [listed('Xã Tứ Quận', '2025-07-01'), listed('Xã Thắng Quân', '2021-07-01'), listed('Thị trấn Tân Bình', '2020-01-01')]

test('an undated list of units that are there today is of today', () => {
  expect(assumedDay([unit('Xã Yên Sơn'), unit('UBND xã Thái Bình')], now, ended, today)).toBe(today)
})

test('an undated list that names an ended unit is of the unit’s last day', () => {
  expect(assumedDay([unit('UBND xã Tứ Quận'), unit('Xã Thái Bình')], now, ended, today)).toBe('2025-06-30')
})

test('of several ended units the first to end decides', () => {
  expect(assumedDay([unit('Xã Tứ Quận'), unit('Xã Thắng Quân')], now, ended, today)).toBe('2021-06-30')
})

test('a unit that never was does not move the day', () => {
  expect(assumedDay([unit('Xã Không Có')], now, ended, today)).toBe(today)
})

function listed(vi: string, until: string | null): ListedUnit {
  return { unitId: vi, vi, en: vi, kind: vi.startsWith('Thị trấn') ? 'township' : 'commune', until }
}

function unit(text: string): UnitReading {
  return { text, body: null, kind: 'xã', name: text.replace(/^(UBND )?(xã|Xã|Thị trấn) /, '') }
}
