import { describe, expect, test } from 'vitest'
import { indexPeople, type KnownPerson } from './known.ts'
import { personMeant, servantMeant, type Sought } from './matching.ts'

const tuQuan = 'unit-tu-quan'
const phucNinh = 'unit-phuc-ninh'

const hoa = known('hoa', { birth: '1985-05-19', nativePlace: 'Tiến Bộ, Yên Sơn', unitId: tuQuan, cccd: '008185000001' })
const otherHoa = known('other', { birth: '1985', nativePlace: 'Phúc Ninh', unitId: phucNinh })
const people = indexPeople([hoa, otherHoa])

const row: Sought = {
  search: 'nguyen thi hoa',
  birth: { y: 1985, m: 5, d: 19 },
  cccd: null,
  oldId: null,
  unitId: tuQuan,
  commune: 'tien bo',
}

describe('who a row of a list of people means', () => {
  test.each<[string, Partial<Sought>, string, string[]]>([
    ['the same number is the same person, whatever the unit', { cccd: '008185000001', unitId: phucNinh }, 'person', ['hoa']],
    [
      'a corrected name under the same number and birth is still that person',
      { cccd: '008185000001', search: 'nguyen thi hoan' },
      'person',
      ['hoa'],
    ],
    [
      'the same number under another name and another birth is asked about',
      { cccd: '008185000001', search: 'tran van an', birth: { y: 1970 } },
      'ask',
      ['hoa'],
    ],
    ['name, birth date and unit are asked about', {}, 'ask', ['hoa']],
    ['name, birth date and native commune are asked about in another unit, too', { unitId: 'unit-else' }, 'ask', ['hoa']],
    ['name and birth date without unit or commune are listed only', { unitId: 'unit-else', commune: null }, 'new', []],
    ['name and year alone are listed only', { birth: { y: 1985 }, unitId: 'unit-else', commune: null }, 'new', []],
    ['another number is another person', { cccd: '008185999999' }, 'new', []],
    ['another birth year is another person', { birth: { y: 1986 } }, 'new', []],
    ['the folded name finds a name written otherwise', { search: 'nguyen thi hoa', unitId: phucNinh, commune: null }, 'ask', ['other']],
  ])('%s', (_, change, as, likely) => {
    const meant = personMeant({ ...row, ...change }, people)
    expect(meant.as).toBe(as)
    expect(
      meant.as === 'ask' ? meant.likely.map(({ personId }) => personId) : meant.as === 'person' ? [meant.person.personId] : [],
    ).toEqual(likely)
  })

  test('a number of somebody out of scope is refused without saying whose it is', () => {
    const hidden = indexPeople([{ ...hoa, isInScope: false }])
    expect(personMeant({ ...row, cccd: '008185000001' }, hidden)).toEqual({ as: 'elsewhere' })
    expect(personMeant(row, hidden)).toEqual({ as: 'new', weak: [] })
  })
})

describe('who a row of a sending list means', () => {
  test.each<[string, Partial<Sought>, string]>([
    ['the only one of that name and birth in the unit', { birth: { y: 1985 } }, 'person'],
    ['somebody of another unit is asked about', { unitId: 'unit-else' }, 'ask'],
    ['nobody known is somebody new', { search: 'ma van la' }, 'new'],
  ])('%s', (_, change, as) => {
    expect(servantMeant({ ...row, ...change }, people, true).as).toBe(as)
  })

  test('of two in the unit one must be chosen', () => {
    const twin = known('twin', { birth: '1985-01-01', nativePlace: '', unitId: tuQuan })
    expect(servantMeant({ ...row, birth: { y: 1985 } }, indexPeople([hoa, twin]), true)).toMatchObject({ as: 'ask', why: 'several' })
  })

  test('a learner who agrees with somebody elsewhere in name and year only is somebody new', () => {
    expect(servantMeant({ ...row, birth: { y: 1985 }, unitId: 'unit-else' }, people, false).as).toBe('new')
  })
})

function known(
  personId: string,
  { birth, nativePlace, unitId, cccd }: { birth: string; nativePlace: string; unitId: string; cccd?: string },
): KnownPerson {
  return {
    personId,
    profileId: personId,
    isInScope: true,
    fullName: 'Nguyễn Thị Hoa',
    search: 'nguyen thi hoa',
    sex: 'female',
    birth,
    ethnicity: null,
    ethnicityText: null,
    religion: null,
    nativePlace,
    birthplace: null,
    residence: null,
    generalEducation: null,
    partyJoined: null,
    partyOfficial: null,
    phone: null,
    decisionId: null,
    identities: cccd ? [{ id: cccd, kind: 'cccd', number: cccd, from: '2020-01-01', to: null }] : [],
    posts: [],
    ties: [{ unitId, unitName: unitId, from: '2015-01-01', to: null }],
    qualifications: [],
    sendings: [],
    enrolments: [],
  }
}
