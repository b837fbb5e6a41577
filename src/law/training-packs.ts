import { type Citation, inForceOn } from './citation.ts'
import type { EducationLevel } from './education-levels.ts'

/** Rating 'HTT' is good, 'HT' satisfactory. */
export type PostgraduatePack = Citation & {
  id: 'train.pg'
  ageMaxFirst: number
  serviceYearsMin: number
  ratingYears: number
  ratingMin: 'HTT'
  commitFactor: number
}

export type AnnualPack = Citation & { id: 'train.annualMin'; periods: number }

/** Courses below postgraduate: meant for officials of communes of minority and remote areas, and under approved schemes. */
export type DegreePack = Citation & { id: 'train.degree'; levelOfUnits: 'commune' }

export type TheoryPack = Citation & {
  id: 'train.llct.tc.parttime' | 'train.llct.cc.parttime'
  ageMinFemale: number | null
  ageMinMale: number | null
  party: readonly ('probationary' | 'full')[]
  degreeMin: EducationLevel | null
  degreeMinSomeEthnic: 'THPT' | null
  ratingYears: number | null
  ratingMin: 'HT' | null
}

export const postgraduatePacks: readonly PostgraduatePack[] = [
  {
    id: 'train.pg',
    document: 'NĐ 101/2017/NĐ-CP',
    source: 'S10',
    from: '2017-10-21',
    to: '2025-07-01',
    verified: true,
    ageMaxFirst: 40,
    serviceYearsMin: 3,
    ratingYears: 2,
    ratingMin: 'HTT',
    commitFactor: 2,
  },
  {
    id: 'train.pg',
    document: 'NĐ 171/2025/NĐ-CP',
    source: 'S4',
    from: '2025-07-01',
    to: null,
    verified: true,
    ageMaxFirst: 45,
    serviceYearsMin: 3,
    ratingYears: 2,
    ratingMin: 'HTT',
    commitFactor: 3,
  },
]

export const annualPacks: readonly AnnualPack[] = [
  {
    id: 'train.annualMin',
    document: 'NĐ 101/2017/NĐ-CP',
    source: null,
    from: '2017-10-21',
    to: '2025-07-01',
    verified: false,
    periods: 40,
  },
  { id: 'train.annualMin', document: 'NĐ 171/2025/NĐ-CP', source: 'S8', from: '2025-07-01', to: null, verified: true, periods: 40 },
]

export const theoryPacks: readonly TheoryPack[] = [
  {
    id: 'train.llct.tc.parttime',
    document: 'QĐ 350-QĐ/TW',
    source: 'S15',
    from: '2025-08-29',
    to: null,
    verified: true,
    ageMinFemale: 28,
    ageMinMale: 30,
    party: ['probationary', 'full'],
    degreeMin: 'CD',
    degreeMinSomeEthnic: 'THPT',
    ratingYears: 2,
    ratingMin: 'HT',
  },
  {
    // The ages of the older rule (men 40, women 35) are of low confidence: left empty rather than guessed.
    id: 'train.llct.cc.parttime',
    document: 'QĐ 350-QĐ/TW',
    source: 'S15',
    from: '2025-08-29',
    to: null,
    verified: false,
    ageMinFemale: null,
    ageMinMale: null,
    // Full membership, university and the ratings are said of the advanced course, too, but not checked against the text.
    party: ['full'],
    degreeMin: 'DH',
    degreeMinSomeEthnic: null,
    ratingYears: 2,
    ratingMin: 'HT',
  },
]

export const degreePacks: readonly DegreePack[] = [
  {
    id: 'train.degree',
    document: 'NĐ 101/2017/NĐ-CP',
    source: null,
    from: '2017-10-21',
    to: '2025-07-01',
    verified: false,
    levelOfUnits: 'commune',
  },
]

export type TrainingPacks = {
  postgraduate: PostgraduatePack | undefined
  annual: AnnualPack | undefined
  degree: DegreePack | undefined
  theoryIntermediate: TheoryPack | undefined
  theoryAdvanced: TheoryPack | undefined
}

/** The training rules in force on the day of the act; undefined where none is known for that day. */
export function trainingPacksOn(day: string): TrainingPacks {
  return {
    postgraduate: inForceOn(postgraduatePacks, day),
    annual: inForceOn(annualPacks, day),
    degree: inForceOn(degreePacks, day),
    theoryIntermediate: inForceOn(
      theoryPacks.filter(({ id }) => id === 'train.llct.tc.parttime'),
      day,
    ),
    theoryAdvanced: inForceOn(
      theoryPacks.filter(({ id }) => id === 'train.llct.cc.parttime'),
      day,
    ),
  }
}

/** How long one must serve after a postgraduate course of so many months sent on this day; null where no rule is known. */
export function commitmentMonths(courseMonths: number, sentOn: string): number | null {
  const pack = inForceOn(postgraduatePacks, sentOn)
  return pack === undefined ? null : courseMonths * pack.commitFactor
}
