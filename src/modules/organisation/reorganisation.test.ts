import { expect, test } from 'vitest'
import { objectionsTo } from './reorganisation-objections.ts'
import { planOf, type Act, type BegunUnit, type ReorganisationSpec } from './reorganisation.ts'
import type { UnitKind } from './unit-kind.ts'
import type { UnitState } from './unit-state.ts'

type Made = { kind?: UnitKind; from?: string; to?: string | null; code?: string; state?: string; party?: string }

function unit(id: string, { kind = 'commune', from = '2010-01-01', to = null, code, state, party }: Made = {}): [string, UnitState] {
  const days = { from, to }
  const parents = [
    ...(state ? [{ ...days, id: `${id}-s`, system: 'state' as const, parentId: state }] : []),
    ...(party ? [{ ...days, id: `${id}-p`, system: 'party' as const, parentId: party }] : []),
  ]
  return [
    id,
    {
      versions: [{ ...days, id: `${id}-v`, kind, nameVi: id, nameEn: id, place: 0 }],
      codes: code ? [{ ...days, id: `${id}-c`, scheme: 'administrative', code }] : [],
      parents,
    },
  ]
}

const units = new Map([
  unit('district', { kind: 'district', code: '075' }),
  unit('city', { kind: 'city', code: '070' }),
  unit('a', { state: 'district', code: '02431' }),
  unit('b', { state: 'district', code: '02434' }),
  unit('committee', { kind: 'party_committee', party: 'district' }),
  unit('people', { kind: 'council_and_committee', state: 'district' }),
  unit('joint', { kind: 'joint_body', party: 'committee', state: 'people' }),
  unit('school', { kind: 'public_service_unit', state: 'a' }),
  unit('ended', { to: '2015-01-01', state: 'district' }),
  unit('future', { from: '2030-01-01', state: 'district' }),
])

const spec = (acts: Act[], newUnits: BegunUnit[] = [], on = '2020-01-01'): ReorganisationSpec => ({
  on,
  titleVi: 'Sắp xếp',
  titleEn: 'Rearranged',
  acts,
  newUnits,
})
const fresh = (more: Partial<BegunUnit> = {}): BegunUnit => ({
  id: 'new',
  nameVi: 'new',
  nameEn: 'new',
  kind: 'commune',
  parents: { state: 'district' },
  ...more,
})
const merge = (from: string[], to = 'new'): Act => ({ kind: 'merge', from, to: [to] })

test.each<[string, ReorganisationSpec, string[]]>([
  ['two communes merge into a new one', spec([merge(['a', 'b'])], [fresh()]), []],
  [
    'the new commune takes the code of one that ends',
    spec([merge(['a', 'b'])], [fresh({ codes: [{ scheme: 'administrative', code: '02434' }] })]),
    [],
  ],
  [
    'the new commune takes the code of one that stays',
    spec([merge(['a'])], [fresh({ codes: [{ scheme: 'administrative', code: '02434' }] })]),
    ['code-taken'],
  ],
  [
    'two new communes take one code',
    spec([], [fresh({ codes: [{ scheme: 'own', code: '1' }] }), fresh({ id: 'other', codes: [{ scheme: 'own', code: '1' }] })]),
    ['code-given-twice'],
  ],
  ['nothing is done', spec([]), ['reorganisation-empty']],
  ['a merger into two units', spec([{ kind: 'merge', from: ['a'], to: ['b', 'city'] }]), ['act-incomplete']],
  ['a rename without a name', spec([{ kind: 'rename', from: ['a'], to: [] }]), ['act-incomplete']],
  ['an upgrade without a new kind', spec([{ kind: 'upgrade', from: ['a'], to: [], nameVi: 'A' }]), ['act-incomplete']],
  ['a unit nobody knows', spec([merge(['nobody'], 'a')]), ['unit-unknown']],
  ['a unit that ended before', spec([merge(['ended'], 'a')]), ['unit-not-on-day']],
  ['a unit that begins only later', spec([merge(['future'], 'a')]), ['unit-not-on-day']],
  ['a day on which the unit begins', spec([{ kind: 'abolish', from: ['a'], to: [] }], [], '2010-01-01'), ['unit-begins-that-day']],
  ['a day before something already known of the unit', spec([merge(['ended'], 'a')], [], '2012-01-01'), ['unit-changes-later']],
  ['a unit that ends twice', spec([merge(['a'], 'b'), { kind: 'abolish', from: ['a'], to: [] }]), ['unit-ends-twice']],
  [
    'a merger into a unit that ends',
    spec([merge(['a'], 'b'), { kind: 'abolish', from: ['b'], to: [] }]),
    ['unit-ends-and-stays', 'parent-not-on-day'],
  ],
  ['a district that ends over its communes', spec([{ kind: 'abolish', from: ['district'], to: [] }]), ['child-left', 'child-left']],
  ['a commune abolished over its school', spec([{ kind: 'abolish', from: ['a'], to: [] }]), ['child-left']],
  [
    'a move under a unit that ends',
    spec([
      { kind: 'transfer', from: ['a'], to: [], parents: { state: 'b' } },
      { kind: 'abolish', from: ['b'], to: [] },
    ]),
    ['parent-not-on-day'],
  ],
  [
    'a township after the law has none',
    spec([{ kind: 'upgrade', from: ['a'], to: [], unitKind: 'township' }], [], '2025-07-01'),
    ['unit-kind-ended'],
  ],
])('%s', (_, asked, codes) => {
  expect(objectionsTo(asked, units).map((refusal) => refusal.code)).toEqual(codes)
})

test('where a commune passes whole its school goes along; the offices of a district end with it', () => {
  const asked = spec([merge(['a', 'b']), { kind: 'abolish', from: ['district'], to: [] }], [fresh({ parents: { state: 'city' } })])

  expect(objectionsTo(asked, units)).toEqual([])
  const plan = planOf(asked, units)
  expect(plan.ends.filter((end) => end.follows).map((end) => end.unitId)).toEqual(['committee', 'people', 'joint'])
  expect(plan.moves).toEqual([{ unitId: 'school', system: 'state', from: 'a', to: 'new' }])
  expect(plan.passages).toEqual([
    { from: 'a', to: 'new' },
    { from: 'b', to: 'new' },
  ])
})

test('of a split unit parts pass on, and nobody with them', () => {
  const plan = planOf(spec([{ kind: 'split', from: ['b'], to: ['a', 'city'], note: 'một phần' }]), units)

  expect(plan.ends).toEqual([{ unitId: 'b', follows: false }])
  expect(plan.passages).toEqual([])
  expect(plan.successions.map(({ to, whole }) => [to, whole])).toEqual([
    ['a', false],
    ['city', false],
  ])
})

test('a unit that only gives a part away stays', () => {
  expect(planOf(spec([{ kind: 'split', from: ['b'], to: ['a'], ends: false }]), units).ends).toEqual([])
})

test('a code that passes from a unit that ends to a new one is named with both', () => {
  const plan = planOf(spec([merge(['a', 'b'])], [fresh({ codes: [{ scheme: 'administrative', code: '02431' }] })]), units)

  expect(plan.codes).toEqual([
    { scheme: 'administrative', code: '02431', from: 'a', to: 'new' },
    { scheme: 'administrative', code: '02434', from: 'b', to: null },
  ])
})

test('an upgrade keeps the unit: a new name and kind from the day on, the same code', () => {
  const plan = planOf(spec([{ kind: 'upgrade', from: ['a'], to: [], nameVi: 'Thị trấn A', unitKind: 'township' }]), units)

  expect(plan.changes).toEqual([{ unitId: 'a', nameVi: 'Thị trấn A', nameEn: 'a', kind: 'township', place: 0 }])
  expect(plan.ends).toEqual([])
  expect(plan.codes).toEqual([])
})
