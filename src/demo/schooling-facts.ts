import { educationLevels } from '#law/education-levels.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import type { NewQualification } from '#modules/qualifications/qualification.sql.ts'
import { ageAt, plusMonths, yearOf } from './calendar.ts'
import { entryDay, paperOf } from './career-facts.ts'
import type { Journal } from './journal.ts'
import { type Paper, type Register, universities } from './papers.ts'
import type { Random } from './random.ts'
import { fieldName, type Learner } from './schooling.ts'

/** Enters what an official brought along, and what was learnt later without being sent. */
export function enterSchooling(journal: Journal, register: Register, random: Random, learner: Learner): void {
  const [first] = learner.official.spells
  if (!first) return
  const { personId } = learner.official.person
  const welcomeOn = entryDay(first)
  const brought = paperOf(register, first, learner.official)
  const enter = (held: Omit<NewQualification, 'personId' | 'state'>): void => {
    const paper = held.from <= first.from ? brought : graduationPaper(register, held)
    journal.record('qualification', held.from <= first.from ? welcomeOn : held.from, { personId, state: 'finished', ...held }, { paper })
  }
  for (const { level, field, from, mode, institution, isSent } of learner.degrees) {
    if (!isSent)
      enter({
        kind: 'degree',
        level,
        rank: educationLevels[level].rank,
        fieldCode: field,
        fieldText: fieldName(field),
        mode,
        institution,
        from,
        result: random.weighted([
          ['Khá', 5],
          ['Trung bình khá', 3],
          ['Giỏi', 1],
        ]),
      })
  }
  for (const { level, from, isSent } of learner.theory) {
    if (!isSent)
      enter({
        kind: 'theory',
        level,
        rank: theoryLevels[level].rank,
        mode: 'KTT',
        institution: level === 'CC' ? 'Học viện Chính trị khu vực I' : 'Trường Chính trị tỉnh Tuyên Quang',
        from,
      })
  }
  for (const { level, from, isSent } of learner.stateManagement) {
    if (!isSent)
      enter({
        kind: 'state_management',
        level,
        rank: stateManagementLevels[level].rank,
        institution: 'Trường Chính trị tỉnh Tuyên Quang',
        from,
      })
  }
  for (const skill of skillsOf(random, learner)) enter(skill)
}

function graduationPaper(register: Register, { from, kind, level }: { from: string; kind: string; level: string }): Paper {
  const what =
    kind === 'degree' ? `đại học hệ vừa làm vừa học` : kind === 'theory' ? 'lý luận chính trị' : `chương trình bồi dưỡng ${level}`
  return register.paper(universities, from, 'recognition', `Công nhận tốt nghiệp ${what} năm ${yearOf(from)}`)
}

type Skill = Omit<NewQualification, 'personId' | 'state'>

/** Languages, computers, the tongues of the region, defence knowledge: more among the young and in the offices. */
function skillsOf(random: Random, { official }: Learner): Skill[] {
  const { person, spells } = official
  const [first] = spells
  if (!first) return []
  const from = plusMonths(first.from, -random.whole(4, 30))
  const isYoung = ageAt(person.birth, first.from) < 35
  const isNew = first.from >= '2015-01-01'
  const skills: Skill[] = []
  if (random.chance(isYoung ? 0.6 : 0.15))
    skills.push({
      kind: 'language',
      language: 'en',
      from,
      ...(isNew ? { level: random.pick(['A2', 'B1', 'B1']), rank: 2 } : { level: random.pick(['A', 'B', 'B', 'C']), rank: 2 }),
    })
  if (random.chance(isYoung ? 0.7 : 0.2))
    skills.push({ kind: 'it', from, ...(isNew ? { level: 'CB', rank: 2 } : { level: random.pick(['A', 'B']), rank: 1 }) })
  const tongue = tongues[person.people]
  if (tongue && random.chance(0.6)) skills.push({ kind: 'ethnic_language', language: tongue, level: 'GT', rank: 1, from, fromKnown: false })
  if (first.site.group !== 'school' && random.chance(0.55))
    skills.push({
      kind: 'defence',
      level: first.post.rank >= 4 ? '3' : '4',
      rank: first.post.rank >= 4 ? 2 : 1,
      institution: 'Ban Chỉ huy Quân sự huyện Yên Sơn',
      from,
    })
  return skills
}

const tongues: Record<string, string | undefined> = { Tày: 'tay', Dao: 'dao', 'Cao Lan': 'caolan', Nùng: 'nung', HMông: 'mong' }
