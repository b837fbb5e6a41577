import { expect, test } from 'vitest'
import { keyInTree, visibleNodes } from '#web/kit/tree-keys.ts'

const nodes = [
  {
    key: 'district',
    label: 'Huyện',
    children: [
      { key: 'party', label: 'Đảng ủy', children: [{ key: 'cell', label: 'Chi bộ' }] },
      { key: 'commune', label: 'Xã' },
    ],
  },
]
const opened = new Set(['district'])
const press = (key: string, focused: string) =>
  keyInTree({ key, ctrlKey: false, altKey: false, metaKey: false }, visibleNodes(nodes, opened), focused, opened)

test('only open branches are walked', () => {
  expect(visibleNodes(nodes, opened).map(({ node, level }) => `${level} ${node.key}`)).toEqual(['1 district', '2 party', '2 commune'])
})

test.each([
  ['ArrowDown', 'district', { focus: 'party' }],
  ['ArrowDown', 'commune', null],
  ['ArrowRight', 'party', { fold: { key: 'party', open: true } }],
  ['ArrowRight', 'district', { focus: 'party' }],
  ['ArrowLeft', 'district', { fold: { key: 'district', open: false } }],
  ['ArrowLeft', 'commune', { focus: 'district' }],
  ['Enter', 'party', { choose: 'party' }],
  ['d', 'district', { focus: 'party' }],
])('%s on %s gives %o', (key, focused, act) => {
  expect(press(key, focused)).toEqual(act)
})
