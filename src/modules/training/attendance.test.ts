import { describe, expect, test } from 'vitest'
import { judgeMarks, notAfter, sessionOfNow, type Sent, type Standing } from './attendance.ts'
import { shareOf } from './attendance-share.ts'

const sent: Sent = { sessionId: 's', personId: 'an', state: 'present', markedAt: '2026-11-23T01:00:00.000Z' }
const standing: Standing = { ...sent, id: 'f', state: 'absent', markedBy: 'Máy kia', markedAt: '2026-11-23T00:50:00.000Z' }

describe('which of two marks counts', () => {
  test.each<[string, Partial<Standing>, 'write' | 'same' | 'outdone']>([
    ['a later mark replaces an earlier one', {}, 'write'],
    ['an earlier mark that arrives late does not', { markedAt: '2026-11-23T01:05:00.000Z' }, 'outdone'],
    ['of two at one instant the first that came stays', { markedAt: sent.markedAt }, 'outdone'],
    ['the same mark sent again changes nothing', { state: 'present', markedAt: sent.markedAt }, 'same'],
    ['a mark that says the same later stands', { state: 'present', markedAt: '2026-11-23T01:05:00.000Z' }, 'same'],
  ])('%s', (_, change, where) => {
    const judged = judgeMarks([sent], [{ ...standing, ...change }])
    expect({ write: judged.write.length, same: judged.same.length, outdone: judged.outdone.length }).toEqual({
      write: 0,
      same: 0,
      outdone: 0,
      [where]: 1,
    })
  })

  test('of one person marked twice in a batch the last counts', () => {
    const again = { ...sent, state: 'excused' as const, markedAt: '2026-11-23T01:01:00.000Z' }
    expect(judgeMarks([again, sent], []).write).toEqual([{ mark: again, replaces: null }])
  })

  test('a clock that runs ahead does not win for ever', () => {
    expect(notAfter({ ...sent, markedAt: '2027-01-01T00:00:00.000Z' }, '2026-11-23T02:00:00.000Z').markedAt).toBe(
      '2026-11-23T02:00:00.000Z',
    )
  })
})

test('a phone opens the session of this part of today, else the last one before', () => {
  const sessions = [
    { onDay: '2026-11-20', part: 'morning' },
    { onDay: '2026-11-23', part: 'morning' },
    { onDay: '2026-11-23', part: 'afternoon' },
  ]
  expect(sessionOfNow(sessions, '2026-11-23', 8)).toBe(sessions[1])
  expect(sessionOfNow(sessions, '2026-11-23', 14)).toBe(sessions[2])
  expect(sessionOfNow(sessions, '2026-11-22', 8)).toBe(sessions[0])
  expect(sessionOfNow([], '2026-11-22', 8)).toBeUndefined()
})

test('the share attended is of the sessions marked; an excused absence is an absence', () => {
  expect(shareOf(['present', 'excused', 'absent', 'present', null])).toEqual({ attended: 2, marked: 4, share: 0.5 })
  expect(shareOf([null])).toEqual({ attended: 0, marked: 0, share: null })
})
