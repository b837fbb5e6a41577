import { expect, test } from 'vitest'
import { markQueue } from './mark-queue.ts'

function place() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const mark = (personId: string, minute: number, state: 'present' | 'absent' = 'present') => ({
  sessionId: 's',
  personId,
  state,
  markedAt: `2026-11-23T01:0${minute}:00.000Z`,
})

test('the last mark of a person is kept, over a reload, until it is sent', () => {
  const storage = place()
  const queue = markQueue(storage, 'k')
  queue.put([mark('an', 1), mark('binh', 1)])
  queue.put([mark('an', 2, 'absent')])
  expect(markQueue(storage, 'k').all()).toEqual([mark('binh', 1), mark('an', 2, 'absent')])

  // While it was being sent somebody was marked anew: that mark stays to be sent.
  const sent = queue.all()
  queue.put([mark('binh', 3, 'absent')])
  queue.settle(sent)
  expect(queue.all()).toEqual([mark('binh', 3, 'absent')])
  queue.settle(queue.all())
  expect(storage.kept.size).toBe(0)
})

test('what cannot be read is no mark', () => {
  const storage = place()
  storage.setItem('k', '{broken')
  expect(markQueue(storage, 'k').all()).toEqual([])
})
