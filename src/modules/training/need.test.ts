import { describe, expect, test } from 'vitest'
import { courseEndsOn, needsFrom, type Claim, type Lacking, type NeedFacts } from './need.ts'

const on = '2026-11-23'
const place = { personId: 'a', unitId: 'u', titleCode: 'P_CV', titleText: 'Chuyên viên', isLeader: false, weight: 1 }
const lacks = (over: Partial<Lacking> = {}): Lacking => ({
  ...place,
  ...{ requirement: 'theory', level: 'TC', rank: 2, standardId: 's', found: 0, document: 'QĐ 350', article: null, verified: true },
  ...over,
})
const claim = (over: Partial<Claim> = {}): Claim => ({
  ...place,
  claimId: 'c',
  kind: 'LLCT_TC',
  stance: 'added',
  reason: 'quy hoạch',
  by: 'Vân',
  wasApplied: false,
  ...over,
})
const facts = (over: Partial<NeedFacts> = {}): NeedFacts => ({
  ...{
    year: 2027,
    on,
    lacking: [],
    expiring: [],
    short: [],
    claims: [],
    retiresOn: new Map(),
    hoursRule: { document: 'NĐ 171', article: null, verified: true },
  },
  ...over,
})
const of = (over: Partial<NeedFacts>) =>
  needsFrom(facts(over)).map(({ kind, origin, urgency, urgencyWhy, excluded }) => [kind, origin, urgency, urgencyWhy, excluded])

describe('what is a need, and how pressing', () => {
  test.each<[string, Partial<NeedFacts>, unknown[][]]>([
    ['a missing standard asks for its course', { lacking: [lacks()] }, [['LLCT_TC', 'standard', 2, 'standard', null]]],
    ['of who leads it presses more', { lacking: [lacks({ isLeader: true, weight: 4 })] }, [['LLCT_TC', 'standard', 3, 'leads', null]]],
    ['of a heavy post, too', { lacking: [lacks({ weight: 8 })] }, [['LLCT_TC', 'standard', 3, 'heavy', null]]],
    [
      'two levels of one thing ask for the higher course',
      { lacking: [lacks(), lacks({ level: 'CC', rank: 3 })] },
      [['LLCT_CC', 'standard', 2, 'standard', null]],
    ],
    [
      'two posts that ask one thing make one need',
      { lacking: [lacks(), lacks({ weight: 5 })] },
      [['LLCT_TC', 'standard', 2, 'standard', null]],
    ],
    [
      'another field of study is the last thing to send for',
      { lacking: [lacks({ requirement: 'field', level: null })] },
      [['DT_DH', 'standard', 1, 'other-field', null]],
    ],
    ['a level that no course teaches is no need of a course', { lacking: [lacks({ requirement: 'degree', level: 'TSKH' })] }, []],
    ['periods short are made up by what the position asks', { short: [{ ...place, found: 8 }] }, [['BD_VTVL', 'hours', 1, 'hours', null]]],
    [
      'leaders by updating courses, late in the year with more haste',
      { year: 2026, short: [{ ...place, isLeader: true, found: 8 }] },
      [['BD_CN', 'hours', 2, 'year-ends', null]],
    ],
    [
      'a certificate that ends in the year',
      { expiring: [{ ...place, requirement: 'defence', level: '4', expiresOn: '2027-10-01' }] },
      [['BD_QPAN_4', 'expiry', 2, 'expires', null]],
    ],
    [
      'one that ends before a course could',
      { expiring: [{ ...place, requirement: 'defence', level: '4', expiresOn: '2027-01-10' }] },
      [['BD_QPAN_4', 'expiry', 3, 'lapses', null]],
    ],
    ['what the unit adds', { claims: [claim()] }, [['LLCT_TC', 'added', 2, 'added', null]]],
    ['what the official applies for', { claims: [claim({ stance: 'applied' })] }, [['LLCT_TC', 'applied', 1, 'applied', null]]],
    ['a struck need that no rule makes is none', { claims: [claim({ stance: 'struck' })] }, []],
    [
      'who retires before the course ends is named apart',
      { lacking: [lacks()], retiresOn: new Map([['a', '2027-05-31']]) },
      [['LLCT_TC', 'standard', 2, 'standard', 'retires']],
    ],
    [
      'who retires soon after it presses least',
      { lacking: [lacks({ isLeader: true })], retiresOn: new Map([['a', '2028-05-31']]) },
      [['LLCT_TC', 'standard', 1, 'serves-short', null]],
    ],
  ])('%s', (_, given, expected) => {
    expect(of(given)).toEqual(expected)
  })

  test('what is said of a derived need stands beside its rule; a struck one stays with who struck it and why', () => {
    expect(needsFrom(facts({ lacking: [lacks()], claims: [claim({ stance: 'applied' })] }))).toMatchObject([
      { origin: 'standard', reason: 'quy hoạch', claimId: 'c', rule: { document: 'QĐ 350' } },
    ])
    expect(needsFrom(facts({ lacking: [lacks()], claims: [claim({ stance: 'struck' })] }))).toMatchObject([
      { origin: 'standard', struck: { reason: 'quy hoạch', by: 'Vân' } },
    ])
    expect(needsFrom(facts({ claims: [claim({ stance: 'struck', wasApplied: true })] }))).toMatchObject([
      { origin: 'applied', struck: { by: 'Vân' } },
    ])
  })
})

test('a course begins no earlier than its year and the notice allow', () => {
  expect(courseEndsOn('LLCT_TC', 2027, on)).toBe('2027-07-23')
  expect(courseEndsOn('LLCT_TC', 2028, on)).toBe('2028-07-01')
})
