import { expect, test } from 'vitest'
import { dateOfText } from '#web/kit/read-date-text.ts'

test.each([
  ['02/05/1983', '1983-05-02'],
  ['1/5/85', '1985-05-01'],
  ['1.5.1985', '1985-05-01'],
  ['01051985', '1985-05-01'],
  ['05/1983', '1983-05'],
  ['1983', '1983'],
  ['1983-05-02', '1983-05-02'],
  ['31/02/1983', null],
  ['hôm qua', null],
  ['45', null],
])('%j in a date box is %j', (text, date) => {
  expect(dateOfText(text)).toBe(date)
})
