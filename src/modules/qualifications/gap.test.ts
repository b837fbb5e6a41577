import { expect, test } from 'vitest'
import { rankOf } from './qualification.ts'
import { foundOf, layoutOf, stateOf, testOf, wordsIn, wordsOf, type Asked, type Holding } from './gap.ts'
import type { QualificationKind } from '#law/qualifications.ts'

const standard = (asked: Partial<Asked>): Asked => ({
  titleCode: 'P_CV',
  requirement: 'degree',
  level: null,
  rank: 0,
  language: null,
  periods: null,
  ...asked,
})
const university = standard({ level: 'DH', rank: 4 })
const field = standard({ requirement: 'field' })
const theory = standard({ requirement: 'theory', level: 'TC', rank: 2 })
const english = standard({ requirement: 'language', level: 'B1', rank: 3, language: 'en' })
const letters = standard({ requirement: 'language', level: 'B', rank: 2 })
const tay = standard({ requirement: 'language', level: 'CC', rank: 2, language: 'tay' })

type Held = { kind: QualificationKind; level: string; language?: string; field?: string; state?: 'studying' }

/** What the database gathers of qualifications. */
function holding(layout: ReturnType<typeof layoutOf>, held: readonly Held[], attended = 0, attending = 0): Holding {
  const each = held.map(({ kind, level, language = null, field = null, state = 'finished' }) =>
    wordsOf(layout, { kind, level, rank: rankOf(kind, level), language, fieldCode: field, state }),
  )
  const words = Array.from({ length: wordsIn(layout) }, (_, word) => each.reduce((sum, one) => sum + (one[word] ?? 0), 0))
  return { words, attended, attending }
}

function judge(one: Asked, held: readonly Held[], accepted: string[] = ['LUAT'], attended = 0, attending = 0): [string, number] {
  const layout = layoutOf([one, english, letters], ['LUAT', 'KE_TOAN'])
  const what = holding(layout, held, attended, attending)
  return [stateOf(testOf(layout, one, accepted), what, one.periods), foundOf(layout, one, what)]
}

test.each<[string, Asked, Held[], string, number]>([
  ['intermediate theory by advanced', theory, [{ kind: 'theory', level: 'CC' }], 'met', 3],
  ['intermediate theory by itself', theory, [{ kind: 'theory', level: 'TC' }], 'met', 2],
  ['intermediate theory by elementary', theory, [{ kind: 'theory', level: 'SC' }], 'missing', 1],
  [
    'intermediate theory, studied, by elementary',
    theory,
    [
      { kind: 'theory', level: 'SC' },
      { kind: 'theory', level: 'TC', state: 'studying' },
    ],
    'studying',
    1,
  ],
  [
    'intermediate theory by itself, advanced being studied',
    theory,
    [
      { kind: 'theory', level: 'TC' },
      { kind: 'theory', level: 'CC', state: 'studying' },
    ],
    'met',
    2,
  ],
  ['intermediate theory by an intermediate degree', theory, [{ kind: 'degree', level: 'TC' }], 'missing', 0],
  ['a university degree by a doctor of science', university, [{ kind: 'degree', level: 'TSKH' }], 'met', 7],
  ['a university degree by none at all', university, [{ kind: 'degree', level: 'CDT' }], 'missing', 0],
  ['group 4 by group 3', standard({ requirement: 'defence', level: '4', rank: 1 }), [{ kind: 'defence', level: '3' }], 'met', 2],
  ['group 3 by group 4', standard({ requirement: 'defence', level: '3', rank: 2 }), [{ kind: 'defence', level: '4' }], 'missing', 1],
  ['basic IT by a degree in it', standard({ requirement: 'it', level: 'CB', rank: 2 }), [{ kind: 'it', level: 'DH' }], 'met', 6],
  ['a field by a degree in it', field, [{ kind: 'degree', level: 'TC', field: 'LUAT' }], 'met', 0],
  ['a field by a degree in another', field, [{ kind: 'degree', level: 'THS', field: 'KE_TOAN' }], 'missing', 0],
  ['a field by a degree being studied in it', field, [{ kind: 'degree', level: 'DH', field: 'LUAT', state: 'studying' }], 'studying', 0],
  ['English B1 by English B2', english, [{ kind: 'language', level: 'B2', language: 'en' }], 'met', 4],
  ['English B1 by Chinese B2', english, [{ kind: 'language', level: 'B2', language: 'zh' }], 'missing', 0],
  ['English B1 by the old certificate C', english, [{ kind: 'language', level: 'C', language: 'en' }], 'missing', 0],
  ['English B1 by a degree in English', english, [{ kind: 'language', level: 'DH', language: 'en' }], 'met', 7],
  ['certificate B of any language by French C', letters, [{ kind: 'language', level: 'C', language: 'fr' }], 'met', 3],
  ['certificate B of any language by a spoken Tay', letters, [{ kind: 'ethnic_language', level: 'GT', language: 'tay' }], 'missing', 0],
  ['a certificate of Tay by one', tay, [{ kind: 'ethnic_language', level: 'CC', language: 'tay' }], 'met', 2],
  ['a certificate of Tay by one of Dao', tay, [{ kind: 'ethnic_language', level: 'CC', language: 'dao' }], 'missing', 0],
])('%s', (_, one, held, state, found) => {
  expect(judge(one, held)).toEqual([state, found])
})

test('a post that accepts no field accepts nobody', () => {
  expect(judge(field, [{ kind: 'degree', level: 'DH', field: 'LUAT' }], [])).toEqual(['missing', 0])
})

test.each([
  [40, 0, 'met'],
  [39, 1, 'studying'],
  [16, 16, 'missing'],
])('%i periods attended and %i to come, of forty', (attended, attending, state) => {
  expect(judge(standard({ requirement: 'hours', periods: 40 }), [], [], attended, attending)).toEqual([state, attended])
})
