import { expect, test } from 'vitest'
import { readQuestion } from './question.ts'

test.each([
  ['Hà Văn Thị', { words: ['ha', 'van', 'thi'], born: null, number: null }],
  ['đặng an 1985', { words: ['dang', 'an'], born: { low: '1985-01-01', high: '1985-12-31' }, number: null }],
  ['an 5/1985', { words: ['an'], born: { low: '1985-05-01', high: '1985-05-31' }, number: null }],
  ['19/05/1985', { words: [], born: { low: '1985-05-19', high: '1985-05-19' }, number: null }],
  ['008085001234', { words: [], born: null, number: '008085001234' }],
  ['', { words: [], born: null, number: null }],
])('"%s" is read as a name, a birth date or an identity number', (text, question) => {
  expect(readQuestion(text)).toEqual(question)
})
