import { newId } from '#lib/id.ts'
import { fromIso } from '#lib/partial-date.ts'
import { retirementOf } from '#law/retirement.ts'
import type { Profile } from '#modules/people/person.sql.ts'
import { ageAt, dayOf, monthOf, plusDays, plusMonths, yearOf } from './calendar.ts'
import { inventName, peoples, type People, type Sex } from './names.ts'
import type { Random } from './random.ts'

export type Invented = {
  personId: string
  name: string
  sex: Sex
  birth: string
  people: People
  partyJoined: string | null
  profile: Profile
  /** The first day of retirement under normal conditions. */
  retiresOn: string
  cccd: string
  cmnd: string
}

export type Wanted = { bornFrom: string; bornTo: string; sex?: Sex; people?: People; partyShare: number; home: string; by: string }

/** Invents people one after another; every number is given once. */
export function inventor(random: Random): (wanted: Wanted) => Invented {
  let count = 0
  return (wanted) => invent(random, count++, wanted)
}

function invent(random: Random, count: number, wanted: Wanted): Invented {
  const sex = wanted.sex ?? (random.chance(0.52) ? 'male' : 'female')
  const people = wanted.people ?? random.weighted(peoples.map((one) => [one.people, one.share] as const))
  const birth = dayBetween(random, wanted.bornFrom, wanted.bornTo)
  const name = inventName(random, people, sex)
  const partyJoined = random.chance(wanted.partyShare) ? partyDay(random, birth, wanted.by) : null
  const retirement = retirementOf(fromIso(birth) ?? { y: yearOf(birth) }, sex)
  return {
    personId: newId(Date.parse('2015-01-05')),
    ...{ name, sex, birth, people, partyJoined },
    profile: profileOf(random, { name, sex, birth, people, partyJoined, home: wanted.home }),
    retiresOn: plusDays(retirement.lastDay, 1),
    ...numbersOf(count, sex, birth),
  }
}

type Traits = { name: string; sex: Sex; birth: string; people: People; partyJoined: string | null; home: string }

function profileOf(random: Random, { name, sex, birth, people, partyJoined, home }: Traits): Profile {
  const known = peoples.find((one) => one.people === people)
  const native = random.weighted([[`${home}, huyện Yên Sơn, tỉnh Tuyên Quang`, 70] as const, ...elsewhere])
  const isOld = birth < '1974'
  return {
    fullName: name,
    sex,
    birth,
    ethnicity: known?.code ?? null,
    ethnicityText: known?.text ?? null,
    religion: random.weighted([
      ['00', 95],
      ['02', 3],
      [people === 'HMông' ? '03' : '01', 2],
    ]),
    nativePlace: native,
    birthplace: native,
    residence: `${home}, tỉnh Tuyên Quang`,
    generalEducation: isOld
      ? random.weighted([
          ['10/10', 8],
          ['7/10', 1],
        ])
      : random.weighted([
          ['12/12', 30],
          ['9/12', 1],
        ]),
    partyJoined,
    partyOfficial: partyJoined && plusMonths(partyJoined, 12),
  }
}

const elsewhere: readonly (readonly [string, number])[] = [
  ['Thành phố Tuyên Quang, tỉnh Tuyên Quang', 6],
  ['Huyện Hàm Yên, tỉnh Tuyên Quang', 5],
  ['Huyện Sơn Dương, tỉnh Tuyên Quang', 5],
  ['Huyện Chiêm Hóa, tỉnh Tuyên Quang', 4],
  ['Tỉnh Phú Thọ', 4],
  ['Tỉnh Nam Định', 3],
  ['Tỉnh Vĩnh Phúc', 3],
]

/** Tuyên Quang is 008; odd is female, from 2 on the twenty-first century. Six digits that run through all without meeting again. */
function numbersOf(count: number, sex: Sex, birth: string): { cccd: string; cmnd: string } {
  const century = (birth < '2000' ? 0 : 2) + (sex === 'female' ? 1 : 0)
  const serial = 200_000 + ((count * 24_733 + 41) % 799_999)
  return {
    cccd: `008${century}${birth.slice(2, 4)}${serial}`,
    cmnd: `07${String(1_000_000 + ((count * 24_733 + 97) % 799_999)).padStart(7, '0')}`,
  }
}

/** Between 21 and 38, not before 1960 nor after the day. */
function partyDay(random: Random, birth: string, by: string): string | null {
  const from = yearOf(birth) + 21
  const to = Math.min(yearOf(by) - 1, yearOf(birth) + 38)
  if (to < from) return null
  return dayOf(random.whole(from, to), random.pick([2, 5, 9, 12]), random.whole(2, 27))
}

export function dayBetween(random: Random, from: string, to: string): string {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  const day = plusMonths(from, random.whole(0, Math.max(months, 0)))
  const made = dayOf(yearOf(day), monthOf(day), random.whole(1, 28))
  return made < from ? from : made > to ? to : made
}

/** Born so that the age on the day lies between the two. */
export function aged(day: string, least: number, most: number): { bornFrom: string; bornTo: string } {
  return { bornFrom: dayOf(yearOf(day) - most, 1, 1), bornTo: dayOf(yearOf(day) - least - 1, 12, 28) }
}

export function isAged(person: Invented, day: string, least: number, most: number): boolean {
  const age = ageAt(person.birth, day)
  return age >= least && age <= most
}
