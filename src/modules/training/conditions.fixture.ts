import { expect } from 'vitest'
import type { Busy, Candidate, Condition, Course, HeldQualification } from './candidate.ts'
import { conditionsOf } from './conditions.ts'

export const course = (over: Partial<Course> = {}): Course => ({
  kind: 'BD_CD',
  mode: null,
  startsOn: '2026-09-07',
  endsOn: '2026-09-12',
  fieldText: null,
  ...over,
})
export const master = course({ kind: 'DT_SDH_THS', startsOn: '2026-09-01', endsOn: '2028-09-01', fieldText: 'Luật kinh tế' })
export const theory = (kind: 'LLCT_TC' | 'LLCT_CC' = 'LLCT_TC', mode: string | null = 'KTT') => course({ kind, mode, endsOn: '2027-09-07' })

export const candidate = (over: Partial<Candidate> = {}): Candidate => ({
  personId: 'p',
  birth: '1985-06-15',
  sex: 'male',
  generalEducation: '12/12',
  party: { joined: '2010-02-03', official: '2011-02-03', isMember: true },
  service: { from: '2010-01-01', isAtLeast: false },
  ratings: [2022, 2023, 2024, 2025].map((year) => ({ year, grade: 'HTT' })),
  qualifications: [held({ kind: 'degree', level: 'DH', rank: 4 })],
  post: { unitId: 'u', unitKind: 'commune', titleCode: 'x', titleText: 'Chủ tịch UBND', isLeader: true, fields: ['LUAT'] },
  busy: [],
  ...over,
})
export function held(over: Partial<HeldQualification>): HeldQualification {
  const blank = { fieldCode: null, fieldText: null, language: null, to: null, expiresOn: null }
  return { kind: 'degree', level: 'DH', rank: 4, state: 'finished', from: '2008-06-01', ...blank, ...over }
}
export function busy(over: Partial<Busy>): Busy {
  return {
    what: 'class',
    id: 'b',
    classId: 'c',
    kind: 'BD_TH',
    title: 'Tin học',
    mode: null,
    from: '2026-09-01',
    to: '2026-09-20',
    ...over,
  }
}
export const ratings = (...grades: [number, string][]) => grades.map(([year, grade]) => ({ year, grade }))

export type Case = [
  said: string,
  course: Course,
  candidate: Candidate,
  sentOn: string,
  expected: Partial<Record<Condition['code'], Condition['state'] | undefined>>,
]

/** Compares the conditions named; one that must not be asked at all is expected as undefined. */
export function expectStates([, asked, who, sentOn, expected]: Case): void {
  const found = Object.fromEntries(conditionsOf(asked, who, sentOn).map(({ code, state }) => [code, state]))
  expect(Object.fromEntries(Object.keys(expected).map((code) => [code, found[code]]))).toEqual(expected)
}
