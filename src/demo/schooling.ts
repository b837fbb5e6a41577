import { educationLevels, type EducationLevel } from '#law/education-levels.ts'
import { fieldOfStudy } from '#law/fields-of-study.ts'
import { title } from '#law/titles.ts'
import { ageAt, dayOf, plusMonths, yearOf } from './calendar.ts'
import type { Official, Spell } from './careers.ts'
import type { Random } from './random.ts'

export type Degree = { level: EducationLevel; field: string; from: string; mode: string; institution: string; isSent?: true }
/** What an official holds, and whether he or she is studying. */
export type Learner = {
  official: Official
  degrees: Degree[]
  theory: { level: 'SC' | 'TC' | 'CC'; from: string; isSent?: true }[]
  stateManagement: { level: 'CV' | 'CVC'; from: string; isSent?: true }[]
  busyUntil: string
  /** How often sent by one of the kinds that the review counts. */
  sent: number
}

/** What the person brought along when first taking a post. */
export function schooledAtFirst(random: Random, official: Official): Learner {
  const [first] = official.spells
  const learner: Learner = { official, degrees: [], theory: [], stateManagement: [], busyUntil: '', sent: 0 }
  if (!first) return learner
  const level = firstLevel(random, first)
  if (level !== 'CDT') learner.degrees.push(degreeBy(random, first, level, graduation(random, official, level)))
  upgradeEarly(random, learner, first)
  if (first.post.rank >= 2 || random.chance(isService(first) ? 0.03 : 0.16))
    learner.theory.push({
      level: first.post.rank >= 5 && first.post.key.startsWith('h.') ? 'CC' : 'TC',
      from: plusMonths(first.from, -random.whole(6, 40)),
    })
  if (!isService(first) && first.from > '2003' && random.chance(first.post.rank >= 2 ? 0.5 : 0.22))
    learner.stateManagement.push({ level: 'CV', from: plusMonths(first.from, -random.whole(3, 30)) })
  return learner
}

/** Some raised their level by their own means, mostly before 2015. */
function upgradeEarly(random: Random, learner: Learner, first: Spell): void {
  const [degree] = learner.degrees
  if (!degree || educationLevels[degree.level].rank >= 4 || !random.chance(0.22)) return
  const from = plusMonths(degree.from > first.from ? degree.from : first.from, random.whole(30, 84))
  const last = learner.official.spells.at(-1)?.to
  if (last && from >= last) return
  learner.degrees.push({ ...degreeBy(random, first, 'DH', from), field: degree.field, mode: 'VLVH' })
  learner.busyUntil = from
}

function firstLevel(random: Random, { post, site, from }: Spell): EducationLevel {
  const year = yearOf(from)
  if (site.group === 'school') return teacherLevel(random, site.key, year)
  if (site.group === 'office')
    return random.weighted([
      ['DH', 72],
      ['TC', year < 2012 ? 15 : 4],
      ['CD', 8],
      ['THS', year < 2012 ? 2 : 7],
    ])
  if (site.group === 'service')
    return random.weighted([
      ['DH', 50],
      ['CD', 18],
      ['TC', 32],
    ])
  if (year < 2010)
    return random.weighted([
      ['DH', post.rank >= 4 ? 30 : 16],
      ['CD', 9],
      ['TC', 54],
      ['SC', 9],
      ['CDT', 12],
    ])
  if (year < 2016)
    return random.weighted([
      ['DH', 46],
      ['CD', 20],
      ['TC', 34],
    ])
  return random.weighted([
    ['DH', 86],
    ['CD', 8],
    ['TC', 6],
  ])
}

function teacherLevel(random: Random, school: string, year: number): EducationLevel {
  if (year >= 2016)
    return random.weighted([
      ['DH', 70],
      ['CD', 30],
    ])
  if (school.includes('Mầm non'))
    return random.weighted([
      ['TC', year < 2010 ? 62 : 40],
      ['CD', 25],
      ['DH', 13],
    ])
  if (school.includes('Tiểu học'))
    return random.weighted([
      ['TC', 18],
      ['CD', 50],
      ['DH', 32],
    ])
  return random.weighted([
    ['CD', 52],
    ['DH', 48],
  ])
}

/** In summer, at the usual age for the level, before the first post. */
function graduation(random: Random, { person, spells }: Official, level: EducationLevel): string {
  const first = spells[0]?.from ?? '2005-01-01'
  const age = educationLevels[level].rank >= 4 ? 22 : educationLevels[level].rank === 3 ? 21 : 20
  const late = ageAt(person.birth, first) - age
  const day = dayOf(
    yearOf(person.birth) + age + random.whole(0, Math.max(0, Math.min(late, 8))),
    random.pick([6, 7, 8]),
    random.whole(1, 28),
  )
  return day < first ? day : plusMonths(first, -2)
}

const institutions: Record<string, readonly string[]> = {
  SU_PHAM: ['Trường Đại học Tân Trào', 'Trường Đại học Sư phạm Thái Nguyên', 'Trường Đại học Sư phạm Hà Nội 2'],
  LUAT: ['Trường Đại học Luật Hà Nội', 'Viện Đại học Mở Hà Nội'],
  HANH_CHINH: ['Học viện Hành chính Quốc gia'],
  NONG_NGHIEP: ['Trường Đại học Nông Lâm Thái Nguyên', 'Học viện Nông nghiệp Việt Nam'],
  KE_TOAN: ['Học viện Tài chính', 'Trường Đại học Kinh tế và Quản trị kinh doanh Thái Nguyên'],
  QUAN_SU: ['Trường Quân sự Quân khu 2'],
  XD_DANG: ['Học viện Báo chí và Tuyên truyền'],
}
const others = ['Đại học Thái Nguyên', 'Trường Đại học Lâm nghiệp', 'Trường Đại học Kinh tế Quốc dân', 'Trường Đại học Tân Trào']

export function degreeBy(random: Random, spell: Spell, level: EducationLevel, from: string, mustFit = false): Degree {
  const field = fieldFor(random, spell, mustFit)
  const mode =
    level === 'TC' || level === 'SC'
      ? 'CQ'
      : random.weighted([
          ['CQ', 60],
          ['VLVH', 25],
          ['TX', 8],
          ['LT', 7],
        ])
  return { level, field, from, mode, institution: institutionOf(random, field, level) }
}

/** A field that fits the post; elsewhere than in the schools one in six has learnt something else. */
export function fieldFor(random: Random, { post, site }: Spell, mustFit: boolean): string {
  if (site.group === 'school') return post.key === 's.nv' ? 'KE_TOAN' : 'SU_PHAM'
  const fits = title(post.code)?.fields ?? []
  if (post.key === 'qs') return mustFit || random.chance(0.7) ? 'QUAN_SU' : 'LUAT'
  if (!mustFit && random.chance(0.16)) return random.pick(['LAM_NGHIEP', 'SU_PHAM', 'VAN_HOA', 'Y_DUOC', 'KY_THUAT', 'NGU_VAN', 'CNTT'])
  return random.pick(fits.length > 0 ? fits : ['HANH_CHINH'])
}

export function institutionOf(random: Random, field: string, level: EducationLevel): string {
  if (level === 'TC' || level === 'SC')
    return random.pick(['Trường Trung cấp Kinh tế - Kỹ thuật Tuyên Quang', 'Trường Cao đẳng Sư phạm Tuyên Quang'])
  return random.pick(institutions[field] ?? others)
}

export function fieldName(code: string): string {
  return fieldOfStudy(code)?.name.vi ?? code
}

function isService({ site }: Spell): boolean {
  return site.group === 'school' || site.group === 'service'
}

/** The rank of the best finished degree on the day. */
export function degreeRank({ degrees }: Learner, day: string): number {
  return Math.max(0, ...degrees.filter(({ from }) => from <= day).map(({ level }) => educationLevels[level].rank))
}

export function hasTheory({ theory }: Learner, level: 'TC' | 'CC', day: string): boolean {
  return theory.some((one) => one.from <= day && (one.level === level || one.level === 'CC'))
}
