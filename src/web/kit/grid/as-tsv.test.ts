import { expect, test } from 'vitest'
import { asTsv } from '#web/kit/grid/as-tsv.ts'

test('cells go to Excel one to a cell, even when they hold tabs or lines', () => {
  expect(
    asTsv([
      ['Nguyễn Văn An', '02/05/1983'],
      ['ghi chú\thai\ndòng', ''],
    ]),
  ).toBe('Nguyễn Văn An\t02/05/1983\r\nghi chú hai dòng\t')
})
