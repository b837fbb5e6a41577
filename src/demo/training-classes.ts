import type { z } from 'zod'
import { markAttendance } from '#modules/training/attendance.contract.ts'
import { decideBoard, nominate, withdrawNominations } from '#modules/training/board-acts.contract.ts'
import { listEligible, readBoard } from '#modules/training/board.contract.ts'
import { issueCertificates } from '#modules/training/certificate.contract.ts'
import { createClass, readClass } from '#modules/training/class.contract.ts'
import { readResults, setResults } from '#modules/training/result.contract.ts'
import { addSessions, listSessions } from '#modules/training/session.contract.ts'
import { plusMonths } from './calendar.ts'
import type { Office } from './office.ts'
import { randomFrom } from './random.ts'
import type { Intake } from './training-intakes.ts'
import { province } from './yen-son-units.ts'

type EligiblePage = z.output<typeof listEligible.reply>
export type ClassAct = { on: string; do: (office: Office) => Promise<void> }

/** The last day on which the demo's office was at work. */
const lastDay = '2026-11-20'

/** From the call for names to the certificates, as far as the class has come. */
export function classActs(intake: Intake, at: number, lineOf: () => { lineId: string; decisionId: string }): ClassAct[] {
  let classId = ''
  const random = randomFrom(`class of ${intake.title}`)
  const acts: ClassAct[] = [
    {
      on: intake.nominateOn,
      do: async (office) => {
        classId = await openClass(office, intake, lineOf())
        await nominateFirst(office, classId, intake)
      },
    },
  ]
  if (intake.decideOn === null) return acts
  acts.push({ on: intake.decideOn, do: (office) => decide(office, classId, intake, at) })
  const lastTaught = intake.taughtUntil < lastDay ? intake.taughtUntil : lastDay
  acts.push({ on: lastTaught, do: (office) => takeAttendance(office, classId, (chance) => random.chance(chance)) })
  if (intake.stage === 'finished') acts.push({ on: intake.endsOn, do: (office) => close(office, classId, intake, random.chance) })
  return acts
}

async function openClass(office: Office, intake: Intake, { lineId, decisionId }: { lineId: string; decisionId: string }): Promise<string> {
  const { kind, title, seats, mode, institution, place, startsOn, endsOn, periods, lecturer, taughtUntil, weekdays } = intake
  const { classId } = await office.call(createClass, {
    kind,
    title,
    openerUnitId: province,
    openedOn: startsOn,
    closedOn: endsOn,
    place,
    lecturer,
    seats,
    periods,
    planLineId: lineId,
    institution,
    mode,
    decisionId,
  })
  for (const part of ['morning', 'afternoon'] as const)
    await office.call(addSessions, {
      classId,
      from: startsOn,
      until: taughtUntil,
      weekdays: [...weekdays],
      part,
      periods: 4,
      lecturer,
      place,
    })
  return classId
}

/** Those who need it most and whom no condition stops, as many of each unit as it has seats. */
async function nominateFirst(office: Office, classId: string, { stage }: Intake): Promise<void> {
  const { revision, lanes } = await office.call(readBoard, { classId })
  const left = new Map(lanes.map(({ unit, seats }) => [unit.id, stage === 'nominating' ? Math.ceil(seats * 0.7) : seats]))
  const personIds: string[] = []
  let after: string | null = null
  do {
    const page: EligiblePage = await office.call(listEligible, { classId, limit: 200, ...(after ? { after } : {}) })
    for (const { personId, laneId, conditions } of page.rows) {
      const seats = left.get(laneId ?? '') ?? 0
      if (seats === 0 || conditions.some(({ state }) => state === 'unmet')) continue
      left.set(laneId ?? '', seats - 1)
      personIds.push(personId)
    }
    after = page.next
  } while (after && [...left.values()].some((seats) => seats > 0))
  if (personIds.length > 0) await office.call(nominate, { classId, revision, personIds })
}

/** Whoever has moved or been sent elsewhere since is taken from the list before it is signed. */
async function decide(office: Office, classId: string, { title, decideOn }: Intake, at: number): Promise<void> {
  const { nominees, revision: before } = await office.call(readBoard, { classId })
  const stopped = nominees.filter(({ open }) => open.length > 0).map(({ personId }) => personId)
  if (stopped.length > 0) await office.call(withdrawNominations, { classId, revision: before, personIds: stopped })
  const { revision } = await office.call(readBoard, { classId })
  await office.call(decideBoard, {
    classId,
    revision,
    family: 'state',
    issuer: 'UBND tỉnh Tuyên Quang',
    symbol: 'QĐ-UBND',
    code: `${1201 + at * 13}/QĐ-UBND`,
    issuedOn: decideOn ?? '',
    signer: 'Nguyễn Hữu Khoát',
    signerTitle: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
    subject: `Cử cán bộ, công chức, viên chức đi học lớp ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  })
}

async function takeAttendance(office: Office, classId: string, chance: (share: number) => boolean): Promise<void> {
  const { sessions } = await office.call(listSessions, { classId })
  const { learners } = await office.call(readClass, { classId })
  for (const { sessionId, onDay, part } of sessions.filter(({ onDay: day }) => day <= lastDay)) {
    const markedAt = `${onDay}T${part === 'morning' ? '01' : '07'}:15:00Z`
    const marks = learners.map(({ personId }) => ({
      sessionId,
      personId,
      state: chance(0.95) ? ('present' as const) : chance(0.7) ? ('excused' as const) : ('absent' as const),
      markedAt,
    }))
    if (marks.length > 0) await office.call(markAttendance, { classId, marks })
  }
}

/** Nearly all pass; their qualification is written with it, and the certificates are numbered. */
async function close(office: Office, classId: string, { kind, endsOn }: Intake, chance: (share: number) => boolean): Promise<void> {
  const { rows } = await office.call(readResults, { classId })
  if (rows.length === 0) return
  await office.call(setResults, {
    classId,
    on: endsOn,
    results: rows.map(({ personId, present, sessions }) => {
      const state = present * 5 >= sessions * 4 && chance(0.98) ? ('completed' as const) : ('failed' as const)
      return { personId, state, grade: state === 'completed' ? (chance(0.3) ? 'Giỏi' : 'Khá') : null }
    }),
    basis: 'Biên bản họp xét kết quả của lớp',
  })
  await office.call(issueCertificates, {
    classId,
    pattern: `{số}/{năm}/${kind.startsWith('QLNN') ? 'CC' : 'CN'}-TCT`,
    issuedOn: endsOn,
    // Digital skills age; the demo's other certificates hold without end.
    expiresOn: kind === 'BD_VTVL' ? plusMonths(endsOn, 36) : null,
    basis: 'Danh sách học viên hoàn thành khóa học',
  })
}
