import { educationLevels } from '#law/education-levels.ts'
import { ageAt, plusDays, plusMonths } from './calendar.ts'
import { isManaged, type Official, servedYears, type Spell, spellOn } from './careers.ts'
import type { Random } from './random.ts'
import { degreeBy, degreeRank, fieldFor, hasTheory, institutionOf, type Learner, schooledAtFirst } from './schooling.ts'
import { accountOfTerm, type CourseKind, type Intake, intakes } from './sending-plan.ts'

export type Sent = {
  learner: Learner
  spell: Spell
  intake: Intake
  studyFrom: string
  studyTo: string
  mode: string | null
  institution: string
  field: string | null
  outcome: 'completed' | 'dropped' | 'failed'
}

/** How likely one already sent before is chosen again: so that 694 times make some 450 people. */
const again = 0.76

/** Who is sent where and when; in the course of it the learners come to hold what they finish. */
export function sendToStudy(random: Random, officials: Official[]): { learners: Learner[]; sent: Sent[] } {
  const learners = officials.map((official) => schooledAtFirst(random, official))
  const exemplary = makeExemplary(random, learners)
  const sent = intakes(random).flatMap((intake) => sendIntake(random, intake, learners, exemplary))
  return { learners, sent }
}

type Exemplary = Map<Learner, { degree: boolean; theory: boolean }>
const exemplaryOn = '2020-12-31'

/** All of xã Tứ Quận have the degree, the field and the theory on 31/12/2020: some from the beginning, some by being sent. */
function makeExemplary(random: Random, learners: Learner[]): Exemplary {
  const wanted: Exemplary = new Map()
  for (const learner of learners) {
    const spell = spellOn(learner.official, exemplaryOn)
    const first = learner.official.spells[0]
    if (spell?.site.key !== 'Xã Tứ Quận' || !first) continue
    makePartyMember(learner)
    const { birth, retiresOn } = learner.official.person
    const isSentForDegree = first.from < '2013-01-01' && birth > '1972' && retiresOn > '2025' && random.chance(0.6)
    const isSentForTheory = !isSentForDegree && first.from < '2019-12-01' && birth < '1990' && retiresOn > '2027' && random.chance(0.7)
    const degree = { ...degreeBy(random, spell, isSentForDegree ? 'TC' : 'DH', plusMonths(first.from, -6), true), mode: 'CQ' }
    Object.assign(learner, {
      degrees: [degree],
      theory: isSentForTheory ? [] : [{ level: 'TC', from: plusMonths(first.from < '2016' ? first.from : '2015-06-15', -3) }],
      busyUntil: '',
    })
    if (!isSentForTheory && first.from > '2015-03-01') learner.theory = [{ level: 'TC', from: plusMonths(first.from, -3) }]
    wanted.set(learner, { degree: isSentForDegree, theory: isSentForTheory })
  }
  return wanted
}

function makePartyMember({ official: { person, spells } }: Learner): void {
  if (person.partyJoined !== null) return
  const joined = plusMonths(spells[0]?.from ?? '2005-01-01', -14)
  Object.assign(person, { partyJoined: joined })
  Object.assign(person.profile, { partyJoined: joined, partyOfficial: plusMonths(joined, 12) })
}

function sendIntake(random: Random, intake: Intake, learners: Learner[], exemplary: Exemplary): Sent[] {
  const able = learners.filter((learner) => mayBeSent(learner, intake))
  const chosen = choose(random, intake, able, exemplary)
  const isOfAccount = intake.on >= '2015-01-01' && intake.on <= exemplaryOn && Object.hasOwn(accountOfTerm, intake.kind)
  if (isOfAccount && chosen.length < intake.places)
    throw new Error(`Only ${chosen.length} for ${intake.kind} on ${intake.on}, ${intake.places} wanted`)
  return chosen.map((learner) => send(random, learner, intake, exemplary.has(learner)))
}

/** The ones who must go first; then those sent before and those not, in the proportion that the account has. */
function choose(random: Random, { kind, on, places }: Intake, able: Learner[], exemplary: Exemplary): Learner[] {
  const must = able.filter((learner) => mustGo(kind, on, exemplary.get(learner)))
  const rest = random.shuffled(able.filter((learner) => !must.includes(learner) && !isReserved(kind, exemplary.get(learner))))
  const before = rest.filter((learner) => learner.sent > 0)
  const fresh = rest.filter((learner) => learner.sent === 0)
  const chosen = must.slice(0, places)
  while (chosen.length < places && before.length + fresh.length > 0) {
    const from = fresh.length === 0 || (before.length > 0 && random.chance(again)) ? before : fresh
    const next = from.pop()
    if (next) chosen.push(next)
  }
  return chosen
}

function mustGo(kind: CourseKind, on: string, wish: { degree: boolean; theory: boolean } | undefined): boolean {
  if (!wish) return false
  if (kind === 'DT_DH') return wish.degree && on >= '2015-01-01' && on < '2017-12-31'
  // They are still studying when the day comes.
  return kind === 'LLCT_TC' && wish.theory && on >= '2019-08-01' && on < exemplaryOn
}

/** What they are to be sent to later must not be taken by another course meanwhile. */
function isReserved(kind: CourseKind, wish: { degree: boolean; theory: boolean } | undefined): boolean {
  return wish !== undefined && (kind.startsWith('DT_') || kind.startsWith('LLCT_'))
}

function mayBeSent(learner: Learner, { kind, pool, on }: Intake): boolean {
  const { official } = learner
  const spell = spellOn(official, on)
  if (!spell || isManaged(spell.site, '2020-01-01') !== (pool === 'stays') || official.person.retiresOn < plusMonths(on, 72)) return false
  if (official.left && official.left.why !== 'retired' && official.left.on < plusMonths(on, 30)) return false
  const isLong = /^(DT_|LLCT_)/.test(kind)
  if (isLong ? learner.busyUntil > on : spell.from > plusMonths(on, -1)) return false
  return suits(learner, spell, kind, on)
}

function suits(learner: Learner, { post, site }: Spell, kind: CourseKind, on: string): boolean {
  const { official } = learner
  const age = ageAt(official.person.birth, on)
  const isMember = official.person.partyJoined !== null && plusMonths(official.person.partyJoined, 12) < on
  const isOffice = site.group === 'office' || site.group === 'commune' || site.group === 'new-commune'
  const rank = degreeRank(learner, on)
  const isStateManager = (level: 'CV' | 'CVC') => learner.stateManagement.some((one) => one.level === level)
  switch (kind) {
    case 'LLCT_CC':
      return (
        isMember &&
        rank >= 4 &&
        age >= 33 &&
        (post.rank >= 4 || (post.rank >= 3 && site.group === 'office')) &&
        hasTheory(learner, 'TC', on) &&
        !hasTheory(learner, 'CC', on)
      )
    case 'LLCT_TC':
      return (
        isMember &&
        rank >= 2 &&
        age >= (official.person.sex === 'female' ? 26 : 27) &&
        !hasTheory(learner, 'TC', on) &&
        (isOffice || post.rank >= 2)
      )
    case 'DT_DH':
      return rank >= 1 && rank < 4 && age <= 46 && servedYears(official, on) >= 2
    case 'DT_CD':
      return rank <= 2 && age <= 44 && (site.group === 'school' || site.group === 'commune' || site.group === 'new-commune')
    case 'DT_NC':
      return rank === 4 && age <= 45 && isOffice && site.group !== 'commune'
    case 'DT_SDH_THS':
      return rank === 4 && age <= 40 && servedYears(official, on) >= 5 && (isOffice || post.rank >= 2)
    case 'QLNN_CV':
      return isOffice && rank >= 3 && age <= 50 && !isStateManager('CV') && !isStateManager('CVC')
    case 'QLNN_CVC':
      return isOffice && rank >= 4 && post.rank >= 2 && isStateManager('CV') && !isStateManager('CVC') && servedYears(official, on) >= 7
    case 'BD_BCV':
      return site.group === 'office' && isMember && rank >= 4 && hasTheory(learner, 'TC', on)
    case 'BD_QPAN_3':
      return isOffice && post.rank >= 3
    case 'BD_LD':
      return isOffice && post.rank >= 3 && post.rank <= 5
    case 'BD_TDT':
      return official.person.people === 'Kinh' && isOffice
    default:
      return isOffice
  }
}

type Course = { days: readonly [number, number]; modes: readonly string[] | null; schools: readonly string[] }
const school = 'Trường Chính trị tỉnh Tuyên Quang'
const courses: Record<CourseKind, Course> = {
  LLCT_CC: {
    days: [560, 740],
    modes: ['KTT', 'KTT', 'TT'],
    schools: ['Học viện Chính trị khu vực I', 'Học viện Chính trị quốc gia Hồ Chí Minh'],
  },
  LLCT_TC: { days: [540, 700], modes: ['KTT'], schools: [school] },
  DT_DH: { days: [760, 1100], modes: ['VLVH', 'LT', 'TX'], schools: [] },
  DT_CD: {
    days: [700, 1000],
    modes: ['VLVH', 'LT'],
    schools: ['Trường Đại học Tân Trào', 'Trường Cao đẳng Sư phạm Tuyên Quang', 'Trường Cao đẳng nghề Kỹ thuật - Công nghệ Tuyên Quang'],
  },
  DT_NC: { days: [150, 330], modes: null, schools: ['Trường Đại học Tân Trào', 'Học viện Hành chính Quốc gia', 'Đại học Thái Nguyên'] },
  DT_SDH_THS: { days: [640, 760], modes: ['CQ'], schools: ['Đại học Thái Nguyên', 'Học viện Khoa học xã hội'] },
  QLNN_CV: { days: [60, 90], modes: null, schools: [school] },
  QLNN_CVC: { days: [60, 90], modes: null, schools: [school, 'Học viện Hành chính Quốc gia'] },
  BD_BCV: { days: [5, 5], modes: null, schools: ['Ban Tuyên giáo Tỉnh ủy Tuyên Quang'] },
  BD_QPAN_3: { days: [12, 12], modes: null, schools: ['Trường Quân sự tỉnh Tuyên Quang'] },
  BD_LD: { days: [14, 28], modes: null, schools: [school] },
  BD_VTVL: { days: [5, 7], modes: null, schools: [school, 'Sở Nội vụ tỉnh Tuyên Quang'] },
  BD_TH: { days: [20, 40], modes: null, schools: ['Trung tâm Ngoại ngữ - Tin học, Trường Đại học Tân Trào'] },
  BD_TDT: { days: [80, 120], modes: null, schools: ['Trường Đại học Tân Trào'] },
}

function send(random: Random, learner: Learner, intake: Intake, isExemplary: boolean): Sent {
  const { official } = learner
  const spell = spellOn(official, intake.on)
  if (!spell) throw new Error('Nobody serving is sent')
  const course = courses[intake.kind]
  const studyFrom = plusDays(intake.on, random.whole(6, 30))
  const planned = plusDays(studyFrom, random.whole(...course.days))
  const isGivenUp = !isExemplary && /^(DT_|LLCT_TC)/.test(intake.kind) && random.chance(0.03)
  const leftOn = official.left?.on
  const studyTo = leftOn && leftOn < planned ? leftOn : planned
  const outcome =
    isGivenUp || studyTo < planned ? 'dropped' : intake.kind.startsWith('QLNN') && random.chance(0.01) ? 'failed' : 'completed'
  const field = intake.kind.startsWith('DT_')
    ? fieldFor(random, (isExemplary && spellOn(official, exemplaryOn)) || spell, isExemplary)
    : null
  const institution = course.schools.length > 0 ? random.pick(course.schools) : institutionOf(random, field ?? '', 'DH')
  if (/^(DT_|LLCT_)/.test(intake.kind)) learner.busyUntil = studyTo
  if (Object.hasOwn(accountOfTerm, intake.kind) && intake.on >= '2015-01-01') learner.sent++
  if (outcome === 'completed') attain(learner, intake.kind, studyTo, field, institution)
  return { learner, spell, intake, studyFrom, studyTo, mode: course.modes && random.pick(course.modes), institution, field, outcome }
}

/** What a finished course leaves behind, known to later choices. */
function attain(learner: Learner, kind: CourseKind, from: string, field: string | null, institution: string): void {
  const degree = degreeOf(kind)
  if (degree && field && educationLevels[degree].rank > 0)
    learner.degrees.push({ level: degree, field, from, mode: 'VLVH', institution, isSent: true })
  if (kind === 'LLCT_TC' || kind === 'LLCT_CC') learner.theory.push({ level: kind === 'LLCT_TC' ? 'TC' : 'CC', from, isSent: true })
  if (kind === 'QLNN_CV' || kind === 'QLNN_CVC')
    learner.stateManagement.push({ level: kind === 'QLNN_CV' ? 'CV' : 'CVC', from, isSent: true })
}

export function degreeOf(kind: CourseKind): 'DH' | 'CD' | 'THS' | null {
  return kind === 'DT_DH' ? 'DH' : kind === 'DT_CD' ? 'CD' : kind === 'DT_SDH_THS' ? 'THS' : null
}
