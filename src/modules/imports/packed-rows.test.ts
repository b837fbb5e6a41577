import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import type { ReadRow } from './candidate.ts'
import { packRow, unpackRow } from './packed-rows.ts'
import { RowGatherer } from './read-rows.ts'
import { recogniseSteps } from './recognition/recognise.ts'

const folder = new URL('../../../tests/data/', import.meta.url)

async function rowsOf(name: string): Promise<ReadRow[]> {
  const gatherer = new RowGatherer()
  const steps = [...recogniseSteps(await parseWorkbook(readFileSync(new URL(name, folder))))]
  return [...steps.flatMap((step) => gatherer.take(step)), ...gatherer.end()]
}

test.each([
  'trich-ngang-1',
  'trich-ngang-tcvn3',
  'trich-ngang-loi',
  'trich-ngang-nhieu-xa',
  'cu-di-hoc-tc-llct',
  'lop-hoc-vien',
  'lop-chuyen-de',
])('every row of %s is kept in one line and comes back as it was read', async (name) => {
  const rows = await rowsOf(`${name}.xlsx`)
  const lines = rows.map(packRow)

  expect(rows.length).toBeGreaterThanOrEqual(3)
  expect(lines.join('')).not.toContain('\n')
  expect(lines.map(unpackRow)).toEqual(rows)
  expect(lines.join('').length).toBeLessThan(JSON.stringify(rows).length / 1.5)
})

test('a row with an error is that error and nothing else', async () => {
  const rows = await rowsOf('trich-ngang-loi.xlsx')
  const bad = rows.filter(({ refused }) => refused.length > 0)

  expect(bad.map(({ candidate, refused }) => [candidate.row, Object.keys(candidate.fields).length, refused[0]?.why.code])).toEqual([
    [11, 0, 'id-digits-lost'],
    [13, 0, 'no-such-date'],
    [16, 0, 'no-name'],
  ])
})
