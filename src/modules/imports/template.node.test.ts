import { expect, test } from 'vitest'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import { recognise } from './recognition/recognise.ts'
import { templateFile } from './template.node.ts'

const essential = {
  people: ['name', 'birth', 'personalId', 'unit', 'post', 'degree', 'theory'],
  sendings: ['name', 'birth', 'unit', 'post', 'className', 'school', 'mode', 'period'],
  classes: ['name', 'birth', 'unit', 'outcome', 'certificate'],
} as const

test.each(['people', 'sendings', 'classes'] as const)('every column of the template for %s is recognised', async (kind) => {
  const { content } = await templateFile(kind)

  const { sheets } = recognise(await parseWorkbook(content as Buffer), { kind })

  const roles = sheets[0]?.tables[0]?.columns.map(({ role }) => role) ?? []
  expect(roles).toEqual(expect.arrayContaining([...essential[kind]]))
  expect(roles).not.toContain('ignore')
})
