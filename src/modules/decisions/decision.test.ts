import { expect, test } from 'vitest'
import { codeKey, partsOfCode, withdrawalObjections } from './decision.ts'

test.each([
  ['215-QĐ/HU', '215-QD/hu'],
  ['215 - QĐ/HU', '215-QĐ/HU'],
  ['Số: 05/QĐ-UBND', '5/qđ-ubnd'],
])('%s and %s are one paper', (one, other) => {
  expect(codeKey(one)).toBe(codeKey(other))
})

test('a Party paper joins number and symbol by a hyphen, a State paper by a stroke', () => {
  expect(partsOfCode('215-QĐ/HU')).toEqual({ number: '215', symbol: 'QĐ/HU' })
  expect(partsOfCode('15/QĐ-UBND')).toEqual({ number: '15', symbol: 'QĐ-UBND' })
  expect(partsOfCode('Thông báo miệng')).toEqual({ number: '', symbol: 'Thông báo miệng' })
})

const paper = { id: 'a', issuedOn: '2018-09-12', withdrawnOn: null }

test.each([
  ['before it was issued', paper, { on: '2018-09-11', by: null }, ['withdrawn-before-issue']],
  ['on a day to come', paper, { on: '2026-11-24', by: null }, ['withdrawn-in-future']],
  ['by itself', paper, { on: '2019-01-01', by: { id: 'a', issuedOn: '2018-09-12' } }, ['withdrawn-by-itself']],
  ['by a paper older than itself', paper, { on: '2019-01-01', by: { id: 'b', issuedOn: '2017-01-01' } }, ['withdrawn-by-earlier']],
  ['a second time', { ...paper, withdrawnOn: '2019-01-01' }, { on: '2019-02-01', by: null }, ['already-withdrawn']],
])('a paper is not withdrawn %s', (_, decision, act, codes) => {
  expect(withdrawalObjections(decision, act, '2026-11-23').map(({ code }) => code)).toEqual(codes)
})

test('a paper may be withdrawn on the day it was issued', () => {
  expect(withdrawalObjections(paper, { on: '2018-09-12', by: null }, '2026-11-23')).toEqual([])
})
