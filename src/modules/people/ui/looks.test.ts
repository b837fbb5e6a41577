import { expect, test } from 'vitest'
import { sittingsOf, type Look } from './looks.ts'

const look = (time: string, more: Partial<Look> = {}): Look => ({
  seq: 1,
  at: `2026-11-24T${time}:00.000Z`,
  actor: 'Hà Thị Nụ',
  roles: [],
  operation: 'people.persons.read',
  purpose: null,
  isOwn: false,
  ...more,
})

test('looks of one reader within half an hour of each other are one sitting', () => {
  const sittings = sittingsOf([look('09:20'), look('09:00'), look('08:40'), look('07:00')])

  expect(sittings.map(({ at, until, times }) => [at.slice(11, 16), until.slice(11, 16), times])).toEqual([
    ['08:40', '09:20', 3],
    ['07:00', '07:00', 1],
  ])
})

test('another reader, another purpose and another part of the file each stand by themselves', () => {
  const sittings = sittingsOf([
    look('09:03'),
    look('09:02', { actor: 'Ma Văn Đức' }),
    look('09:01', { purpose: 'planning' }),
    look('09:00', { operation: 'people.persons.history' }),
  ])

  expect(sittings.map(({ times }) => times)).toEqual([1, 1, 1, 1])
})
