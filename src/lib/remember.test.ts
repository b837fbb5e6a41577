import { expect, test } from 'vitest'
import { remembering } from './remember.ts'

test('the same text is worked out once, and again when much has come in between', () => {
  const asked: string[] = []
  const lengthOf = remembering((text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  }, 2)

  expect(['Tày', 'Tày', '', ''].map(lengthOf)).toEqual([3, 3, undefined, undefined])
  expect(asked).toEqual(['Tày', ''])
  lengthOf('Dao')
  lengthOf('Tày')
  expect(asked).toEqual(['Tày', '', 'Dao', 'Tày'])
})
