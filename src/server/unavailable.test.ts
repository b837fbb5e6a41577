import { expect, test } from 'vitest'
import { problemOf } from './problem.ts'
import { outageOf, Unavailable } from './unavailable.ts'

const withCode = (code: string, rest: object = {}) => Object.assign(new Error('x'), { code, ...rest })

test('a database that is away, crowded, full or only to be read is told apart from a fault of ours', () => {
  expect(outageOf(withCode('ECONNREFUSED', { syscall: 'connect' }))).toBe('unavailable')
  expect(outageOf(withCode('ECONNRESET', { syscall: 'read' }))).toBe('unavailable')
  expect(outageOf(Object.assign(new AggregateError([withCode('ECONNREFUSED')]), { code: 'ECONNREFUSED' }))).toBe('unavailable')
  expect(outageOf(new Error('Connection terminated unexpectedly'))).toBe('unavailable')
  expect(outageOf(new Error('Client has encountered a connection error and is not queryable'))).toBe('unavailable')
  for (const code of ['57P01', '57P02', '57P03', '08006', '08001']) expect(outageOf(withCode(code))).toBe('unavailable')
  for (const code of ['53300', '53200', '57014', '55P03']) expect(outageOf(withCode(code))).toBe('busy')
  expect(outageOf(new Error('timeout exceeded when trying to connect'))).toBe('busy')
  expect(outageOf(withCode('53100'))).toBe('disk-full')
  expect(outageOf(withCode('25006'))).toBe('read-only')
})

test('what only resembles it stays what it is', () => {
  for (const code of ['23505', '42P01', 'XX000', '40001']) expect(outageOf(withCode(code))).toBeUndefined()
  expect(outageOf(withCode('ENOENT', { syscall: 'open' }))).toBeUndefined()
  expect(outageOf('Connection terminated unexpectedly')).toBeUndefined()
  expect(outageOf(new Error('x'))).toBeUndefined()
})

test('it is answered 503 with a sentence in both languages', () => {
  expect(problemOf(new Unavailable('disk-full'))).toEqual({
    status: 503,
    code: 'disk-full',
    title: 'Unavailable',
    detail: expect.stringMatching(/^Máy chủ dữ liệu đã hết chỗ lưu.* \/ The database has no room left/),
  })
})
