import { expect, test } from 'vitest'
import { bitsOf, layoutOf, placeOf, rankIn, type Asked } from './gap.ts'

const standard = (asked: Partial<Asked>): Asked => ({
  titleCode: 'P_CV',
  requirement: 'degree',
  level: null,
  rank: 0,
  language: null,
  periods: null,
  ...asked,
})
const theory = standard({ requirement: 'theory', level: 'TC', rank: 2 })
const english = standard({ requirement: 'language', level: 'B1', rank: 3, language: 'en' })
const anyLanguage = standard({ requirement: 'language', level: 'B', rank: 2 })
const tay = standard({ requirement: 'language', level: 'CC', rank: 2, language: 'tay' })

/** Whether one qualification meets the standard, through the bits that the database gathers. */
function isMet(one: Asked, held: { kind: string; level: string; language?: string }): boolean {
  const layout = layoutOf([one], ['LUAT'])
  const bits = layout.credits
    .filter(({ kind, level, language }) => kind === held.kind && level === held.level && (language === '' || language === held.language))
    .map((credit) => credit.bits)
  const place = placeOf(layout, one)
  return place !== null && bits.some((each) => each[place] === '1')
}

test.each([
  ['intermediate theory by advanced', theory, { kind: 'theory', level: 'CC' }, true],
  ['intermediate theory by itself', theory, { kind: 'theory', level: 'TC' }, true],
  ['intermediate theory by elementary', theory, { kind: 'theory', level: 'SC' }, false],
  ['intermediate theory by an intermediate degree', theory, { kind: 'degree', level: 'TC' }, false],
  ['a degree by a master', standard({ requirement: 'degree', level: 'DH', rank: 4 }), { kind: 'degree', level: 'THS' }, true],
  ['group 4 by group 3', standard({ requirement: 'defence', level: '4', rank: 1 }), { kind: 'defence', level: '3' }, true],
  ['group 3 by group 4', standard({ requirement: 'defence', level: '3', rank: 2 }), { kind: 'defence', level: '4' }, false],
  ['English B1 by English B2', english, { kind: 'language', level: 'B2', language: 'en' }, true],
  ['English B1 by Chinese B2', english, { kind: 'language', level: 'B2', language: 'zh' }, false],
  ['English B1 by the old certificate C', english, { kind: 'language', level: 'C', language: 'en' }, false],
  ['English B1 by a degree in English', english, { kind: 'language', level: 'DH', language: 'en' }, true],
  ['certificate B of any language by French C', anyLanguage, { kind: 'language', level: 'C', language: 'fr' }, true],
  ['certificate B of any language by a spoken Tay', anyLanguage, { kind: 'ethnic_language', level: 'GT', language: 'tay' }, false],
  ['a certificate of Tay by one', tay, { kind: 'ethnic_language', level: 'CC', language: 'tay' }, true],
  ['a certificate of Tay by one of Dao', tay, { kind: 'ethnic_language', level: 'CC', language: 'dao' }, false],
])('%s', (_, one, held, met) => {
  expect(isMet(one, held)).toBe(met)
})

test('the best level is the highest rung that is set', () => {
  const layout = layoutOf([theory], ['LUAT', 'KE_TOAN'])
  const advanced = layout.credits.find(({ kind, level }) => kind === 'theory' && level === 'CC')?.bits ?? ''
  expect([rankIn(layout, theory, advanced), rankIn(layout, theory, bitsOf(layout.size, []))]).toEqual([3, 0])
  expect([...layout.fields]).toEqual([
    ['LUAT', layout.size - 2],
    ['KE_TOAN', layout.size - 1],
  ])
})
