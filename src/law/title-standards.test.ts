import { expect, test } from 'vitest'
import { isInForce } from './citation.ts'
import { levelsAsked } from './requirements.ts'
import { titleStandards, titleWeights } from './title-standards.ts'
import { title } from './titles.ts'

const asked = (titleCode: string, day: string) =>
  Object.fromEntries(
    titleStandards
      .filter((one) => one.titleCode === titleCode && isInForce(one, day))
      .map(({ requirement, level, periods }) => [requirement, level ?? periods ?? true]),
  )

test('a commune post asks what the rules of the day ask', () => {
  expect(asked('X_UBND_CT', '2018-01-01')).toEqual({ degree: 'TC', theory: 'TC', defence: '4', hours: 40 })
  expect(asked('X_UBND_CT', '2023-08-01')).toMatchObject({ degree: 'DH', theory: 'TC' })
  expect(asked('X_TPHT', '2020-01-01')).toEqual({ degree: 'TC', field: true, state_management: 'CV', it: 'CB', defence: '4', hours: 40 })
  expect(asked('X_UBND_CT', '2025-07-01')).toEqual({})
  expect(asked('P_UBND_CT', '2026-11-24')).toEqual({ degree: 'DH', theory: 'CC', defence: '3', hours: 40 })
  expect(asked('P_PHONG_TP', '2026-11-24')).toEqual({
    degree: 'DH',
    field: true,
    theory: 'TC',
    state_management: 'CV',
    defence: '3',
    hours: 40,
  })
  expect(asked('P_CV', '2026-11-24')).toEqual({ degree: 'DH', field: true, state_management: 'CV', defence: '4', hours: 40 })
  expect(asked('H_PHONG_TP', '2021-01-01')).toMatchObject({ theory: 'CC', state_management: 'CVC', defence: '3' })
  expect(asked('H_UBND_PCT', '2021-01-01')).toMatchObject({ theory: 'TC' })
})

test('every standard names a level of its list, lies within its title and stands alone of its kind', () => {
  for (const one of titleStandards) {
    expect(one.level === null || one.level in levelsAsked(one.requirement)).toBe(true)
    const post = title(one.titleCode)
    expect((post?.from ?? '') <= one.from && (one.to ?? '9') <= (post?.to ?? '9')).toBe(true)
    const others = titleStandards.filter((other) => other.titleCode === one.titleCode && other.requirement === one.requirement)
    expect(others.filter((other) => other.from < (one.to ?? '9') && one.from < (other.to ?? '9'))).toEqual([one])
  }
})

test('who is first in charge counts most', () => {
  const weight = (code: string) => titleWeights.find(({ titleCode }) => titleCode === code)?.weight ?? 1
  expect(['P_UBND_CT', 'P_DU_PBT', 'P_PHONG_TP', 'P_PHONG_PTP', 'P_CV'].map(weight)).toEqual([8, 8, 5, 4, 1])
})
