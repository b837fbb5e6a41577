import { expect, test } from 'vitest'
import type { ModuleRoute } from '#web/module-route.ts'
import { isCurrent, menuOf } from '#web/shell/menu-groups.ts'

const page = () => Promise.reject(new Error('not opened here'))
const label = { vi: '', en: '' }
const pages: ModuleRoute[] = [
  { path: '/audit', menu: { group: 'system', label, order: 1 }, permission: 'audit.read', page },
  { path: '/units', menu: { group: 'people', label, order: 2 }, page },
  { path: '/people', menu: { group: 'people', label, order: 1 }, page },
  { path: '/people/:id', page },
]

test('the menu follows the cycle and holds only pages that have an item', () => {
  expect(menuOf(pages, () => true).map(({ group, pages: members }) => [group, ...members.map(({ path }) => path)])).toEqual([
    ['people', '/people', '/units'],
    ['system', '/audit'],
  ])
})

test('what the role lacks is absent, and so is a group left empty', () => {
  expect(menuOf(pages, (permission) => permission === undefined).map(({ group }) => group)).toEqual(['people'])
})

test('a file opened from the list keeps the list marked, its namesake does not', () => {
  expect(isCurrent('/people', '/people/1')).toBe(true)
  expect(isCurrent('/people', '/peoples')).toBe(false)
  expect(isCurrent('/', '/people')).toBe(false)
})
