import { dayOf, plusDays, plusMonths, workingDay } from './calendar.ts'
import { endOfDistrict, communeAfter } from './end-of-district.ts'
import { aged, type Invented, type inventor } from './invented-person.ts'
import type { Journal } from './journal.ts'
import { districtParty, districtState, electionCommittee, provinceParty, type Register } from './papers.ts'
import type { Random } from './random.ts'
import { newCommuneUnit } from './seat-units.ts'
import { communeKey, leaving, newCommunes, staying } from './sites.ts'
import { demoUnitId } from './unit-id.ts'

export type Outsider = { person: Invented; commune: string; kind: 'party_member' | 'association_member'; from: string; enteredOn: string }

const ofCommune = { party_member: 208, association_member: 180 } as const
const associations = ['Hội Nông dân', 'Hội Liên hiệp Phụ nữ', 'Hội Cựu chiến binh', 'Đoàn TNCS Hồ Chí Minh'] as const

/** Learners who are no officials: Party members and members of associations in the villages of every commune. */
export function inventOutsiders(random: Random, invent: ReturnType<typeof inventor>): Outsider[] {
  return [...staying, ...leaving].flatMap((commune) =>
    (['party_member', 'association_member'] as const).flatMap((kind) =>
      Array.from({ length: ofCommune[kind] }, () => inventOutsider(random, invent, commune, kind)),
    ),
  )
}

function inventOutsider(random: Random, invent: ReturnType<typeof inventor>, commune: string, kind: Outsider['kind']): Outsider {
  // Most were there when the system was set up; some joined in each year since.
  const joinedIn = random.chance(0.86) ? random.whole(1998, 2014) : random.whole(2015, leaving.includes(commune) ? 2019 : 2024)
  // Those of a commune are admitted together, three times a year.
  const from = workingDay(dayOf(joinedIn, random.pick([2, 5, 9]), 5 + ((commune.length * 7 + joinedIn) % 20)))
  const person = invent({ ...aged(from, 19, kind === 'party_member' ? 34 : 48), partyShare: 0, home: `Xã ${commune}`, by: from })
  if (kind === 'party_member') Object.assign(person.profile, { partyJoined: from, partyOfficial: plusMonths(from, 12) })
  return { person, commune, kind, from, enteredOn: from }
}

/** The unit of a commune's people on a day. */
export function communeUnit(commune: string, day: string): string {
  if (day >= endOfDistrict) return newCommuneUnit(communeAfter(commune))
  if (commune === 'Tân Bình' && day >= '2020-01-01') return demoUnitId('Phường Đội Cấn', '2020')
  return demoUnitId(communeKey(commune))
}

export function enterOutsiders(journal: Journal, register: Register, random: Random, outsiders: Outsider[]): void {
  for (const outsider of outsiders) {
    const { person, commune, kind, from, enteredOn } = outsider
    const { personId, profile, cccd } = person
    journal.welcome(enteredOn, { personId, ...profile })
    const issuer = kind === 'party_member' ? districtParty : districtState
    const year = Number(from.slice(0, 4))
    const subject =
      kind === 'party_member'
        ? `Kết nạp đảng viên thuộc Đảng bộ xã ${commune} năm ${year}`
        : `Công nhận danh sách đoàn viên, hội viên nòng cốt xã ${commune} năm ${year}`
    const paper = register.paper(issuer, from, kind === 'party_member' ? 'recognition' : 'list', subject)
    journal.record(
      'membership',
      enteredOn,
      {
        personId,
        kind,
        unitId: communeUnit(commune, from),
        from,
        ...(kind === 'party_member'
          ? { titleText: 'Đảng viên' }
          : { association: associationOf(random, person, from), titleText: 'Hội viên' }),
      },
      { paper },
    )
    journal.record('identity', enteredOn < '2021-07-20' ? '2021-07-20' : enteredOn, {
      personId,
      kind: 'cccd',
      number: cccd,
      from: '2021-07-01',
    })
  }
  for (const commune of [...staying, ...leaving])
    enterDeputies(
      journal,
      register,
      random,
      outsiders.filter((one) => one.commune === commune),
    )
  enterDeputiesOf2026(journal, register, random, outsiders)
  settleParted(journal, register, outsiders)
}

function associationOf(random: Random, { sex, birth }: Invented, from: string): string {
  if (Number(from.slice(0, 4)) - Number(birth.slice(0, 4)) < 30) return associations[3]
  return sex === 'female' ? associations[1] : random.pick([associations[0], associations[2]])
}

const terms = [
  { electedOn: '2011-05-22', until: '2016-05-22' },
  { electedOn: '2016-05-22', until: '2021-05-23' },
  { electedOn: '2021-05-23', until: '2026-03-15' },
] as const

/** Twenty-odd deputies a commune and term, some elected again. */
function enterDeputies(journal: Journal, register: Register, random: Random, people: Outsider[]): void {
  const [{ commune } = { commune: '' }] = people
  for (const { electedOn, until } of terms) {
    if (leaving.includes(commune) && electedOn > '2020') continue
    const subject = `Xác nhận kết quả bầu cử đại biểu HĐND xã ${commune} nhiệm kỳ ${electedOn.slice(0, 4)}-${Number(electedOn.slice(0, 4)) + 5}`
    const paper = register.paper(electionCommittee, plusDays(electedOn, 4), 'recognition', subject)
    const eligible = people.filter(
      ({ person, from }) =>
        from < plusMonths(electedOn, -36) &&
        person.birth < plusMonths(electedOn, -24 * 12) &&
        person.birth > plusMonths(electedOn, -62 * 12),
    )
    for (const { person } of random.shuffled(eligible).slice(0, 24)) {
      journal.record(
        'membership',
        plusDays(electedOn, 4),
        {
          personId: person.personId,
          kind: 'deputy',
          unitId: communeUnit(commune, electedOn),
          titleText: 'Đại biểu HĐND xã',
          from: electedOn,
          to: until,
        },
        { paper },
      )
    }
  }
}

function enterDeputiesOf2026(journal: Journal, register: Register, random: Random, people: Outsider[]): void {
  for (const name of newCommunes) {
    const paper = register.paper(provinceParty, '2026-03-20', 'recognition', `Kết quả bầu cử đại biểu HĐND xã ${name} nhiệm kỳ 2026-2031`)
    const eligible = people.filter(
      ({ commune, person }) => communeAfter(commune) === `Xã ${name}` && person.birth > '1966' && person.birth < '2000',
    )
    for (const { person } of random.shuffled(eligible).slice(0, 22)) {
      journal.record(
        'membership',
        '2026-03-20',
        {
          personId: person.personId,
          kind: 'deputy',
          unitId: newCommuneUnit(`Xã ${name}`),
          titleText: 'Đại biểu HĐND xã',
          from: '2026-03-15',
        },
        { paper },
      )
    }
  }
}

/** Where a commune went in parts nobody is carried along: its people are assigned by a decision of their own. */
function settleParted(journal: Journal, register: Register, people: Outsider[]): void {
  for (const { person, commune, kind, from } of people) {
    if (!['Thái Bình', 'Kim Phú', 'Trung Môn'].includes(commune) || from >= endOfDistrict) continue
    const paper = register.paper(
      provinceParty,
      '2025-07-02',
      'transfer',
      `Chuyển sinh hoạt đảng, đoàn thể của xã ${commune} về ${communeAfter(commune)}`,
    )
    journal.record(
      'membership',
      '2025-07-02',
      {
        personId: person.personId,
        kind,
        unitId: communeUnit(commune, endOfDistrict),
        titleText: kind === 'party_member' ? 'Đảng viên' : 'Hội viên',
        from: endOfDistrict,
      },
      { paper },
    )
  }
}
