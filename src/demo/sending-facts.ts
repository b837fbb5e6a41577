import { educationLevels } from '#law/education-levels.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import type { NewQualification } from '#modules/qualifications/qualification.sql.ts'
import { plusMonths, yearOf } from './calendar.ts'
import type { Journal, Kept } from './journal.ts'
import {
  districtParty,
  districtState,
  type Issuer,
  type Paper,
  politicalSchool,
  provinceParty,
  provinceState,
  type Register,
  universities,
} from './papers.ts'
import type { Random } from './random.ts'
import { fieldName } from './schooling.ts'
import type { CourseKind } from './sending-plan.ts'
import { degreeOf, type Sent } from './sendings.ts'

/** Enters a sending on its day, or late; what is studied meanwhile; how it ended when it ended. */
export function enterSending(journal: Journal, register: Register, random: Random, sent: Sent): void {
  const { learner, spell, intake, studyFrom, studyTo, mode, institution } = sent
  const paper = sendingPaper(register, intake.kind, intake.on)
  // Some papers reached the office late; of some the kind was entered wrongly and put right later.
  const late = random.chance(0.09) ? random.whole(2, 7) : 0
  const isMistaken = late === 0 && random.chance(0.012)
  const row = {
    personId: learner.official.person.personId,
    kind: intake.kind,
    purpose: intake.kind === 'BD_BCV' ? 'BD_HDND' : null,
    unitId: spell.unit,
    titleText: spell.text,
    sentOn: intake.on,
    ...{ studyFrom, studyTo, institution, mode },
  }
  const first = journal.record('sending', intake.on, isMistaken ? { ...row, kind: 'BD_CN' } : row, { paper, late })
  if (!first) return
  const kept = isMistaken ? journal.replace(first, plusMonths(intake.on, random.whole(3, 9)), { kind: intake.kind }, 'corrected') : first
  const studied = enterStudy(journal, paper, sent, late)
  journal.replace(kept, studyTo, { outcome: sent.outcome, outcomeOn: studyTo })
  if (sent.outcome === 'completed') enterResult(journal, register, random, sent)
  if (sent.outcome !== 'completed' && studied) journal.replace(studied, studyTo, { state: 'abandoned', to: null, from: studyTo })
}

/** Degrees and political theory stand in the file as being studied. */
function enterStudy(journal: Journal, paper: Paper, sent: Sent, late: number): Kept<'qualification'> | null {
  const { learner, intake, studyFrom, studyTo, mode, institution } = sent
  const held = heldBy(sent)
  if (!held || held.kind === 'state_management' || held.kind === 'defence') return null
  return journal.record(
    'qualification',
    intake.on,
    { personId: learner.official.person.personId, state: 'studying', ...held, mode, institution, from: studyFrom, to: studyTo },
    { paper, late },
  )
}

function enterResult(journal: Journal, register: Register, random: Random, sent: Sent): void {
  const { learner, studyTo, mode, institution } = sent
  const held = heldBy(sent)
  if (!held) return
  const issuer = held.kind === 'degree' ? universities : politicalSchool
  // A year's graduates of a course are recognised together, at the end of the month.
  const subject = `Công nhận tốt nghiệp, hoàn thành ${courseName(sent.intake.kind)} năm ${yearOf(studyTo)}`
  const paper = register.paper(issuer, studyTo, 'recognition', subject)
  journal.record(
    'qualification',
    studyTo,
    {
      personId: learner.official.person.personId,
      state: 'finished',
      ...held,
      mode,
      institution,
      from: studyTo,
      result: random.weighted([
        ['Khá', 6],
        ['Giỏi', 2],
        ['Trung bình', 1],
      ]),
    },
    { paper },
  )
}

type Held = Pick<NewQualification, 'kind' | 'level' | 'rank' | 'fieldCode' | 'fieldText'>

function heldBy({ intake: { kind }, field }: Sent): Held | null {
  const degree = degreeOf(kind)
  if (degree && field)
    return { kind: 'degree', level: degree, rank: educationLevels[degree].rank, fieldCode: field, fieldText: fieldName(field) }
  if (kind === 'LLCT_TC') return { kind: 'theory', level: 'TC', rank: theoryLevels.TC.rank }
  if (kind === 'LLCT_CC') return { kind: 'theory', level: 'CC', rank: theoryLevels.CC.rank }
  if (kind === 'QLNN_CV') return { kind: 'state_management', level: 'CV', rank: stateManagementLevels.CV.rank }
  if (kind === 'QLNN_CVC') return { kind: 'state_management', level: 'CVC', rank: stateManagementLevels.CVC.rank }
  if (kind === 'BD_QPAN_3') return { kind: 'defence', level: '3', rank: 2 }
  return null
}

/** Political theory is the Party's to decide, all else the State's; since 1/7/2025 both the province's. */
export function sendingPaper(register: Register, kind: CourseKind, on: string): Paper {
  const isParty = kind.startsWith('LLCT') || kind === 'BD_BCV'
  const issuer: Issuer = on >= '2025-07-01' ? (isParty ? provinceParty : provinceState) : isParty ? districtParty : districtState
  return register.paper(issuer, on, 'sending', `Cử cán bộ, công chức, viên chức tham gia ${courseName(kind)} năm ${yearOf(on)}`)
}

function courseName(kind: CourseKind): string {
  const name = trainingKinds[kind].name.vi
  return `${kind.startsWith('DT_') ? 'khóa' : 'lớp'} ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
