import type { House } from '#server/perform.ts'
import type { Actor } from '#server/operations.ts'
import { createDecision } from '#modules/decisions/decision.contract.ts'
import { recordSpending } from '#modules/training/spending.contract.ts'
import { addLineFromNeeds, changeLine } from '#modules/training/plan-line.contract.ts'
import { createPlan, decidePlan, readPlan, submitPlan } from '#modules/training/plan.contract.ts'
import { type ClassAct, classActs } from './training-classes.ts'
import { type Intake, intakesOf2026 } from './training-intakes.ts'
import { instant, type Office, officeAt } from './office.ts'
import { province } from './yen-son-units.ts'

/** What the office did about training in 2026, in the order of its days; each act by the operations that the pages use. */
export function trainingYear(): { doneBefore: (day: string, house: House, actor: Actor) => Promise<void> } {
  const lines: Lines = new Map()
  const acts = [...planActs(lines), ...intakesOf2026.flatMap((intake, at) => actsOf(intake, at, lines))].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
  let next = 0
  return {
    async doneBefore(day, house, actor) {
      for (; next < acts.length && (acts[next]?.on ?? '') < day; next++) {
        const act = acts[next]
        await act?.do(officeAt(house, actor, instant(act.on, 14)))
      }
    },
  }
}

type Act = { on: string; do: (office: Office) => Promise<void> }
type Line = { planId: string; lineId: string; decisionId: string }

type Lines = Map<Intake, Line>

function planActs(lines: Lines): Act[] {
  let planId = ''
  const plan = { unitId: province, year: 2026, title: 'Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức cấp xã năm 2026' }
  return [
    {
      on: '2025-12-08',
      do: async (office) => {
        ;({ planId } = await office.call(createPlan, { ...plan, budget: 800_000_000, awayPercent: 30 }))
        for (const intake of intakesOf2026) lines.set(intake, { planId, lineId: await plannedLine(office, planId, intake), decisionId: '' })
        await office.call(submitPlan, { planId, move: 'submit', revision: await revisionOf(office, planId) })
      },
    },
    {
      on: '2025-12-22',
      do: async (office) => {
        const paper = {
          code: '1187/QĐ-UBND',
          kind: 'other' as const,
          issuedOn: '2025-12-22',
          issuer: 'UBND tỉnh Tuyên Quang',
          signer: 'Nguyễn Hữu Khoát',
          signerTitle: 'KT. Chủ tịch, Phó Chủ tịch',
          subject: `Phê duyệt ${plan.title.charAt(0).toLowerCase()}${plan.title.slice(1)}`,
        }
        const { id: decisionId } = await office.call(createDecision, paper)
        for (const line of lines.values()) line.decisionId = decisionId
        await office.call(decidePlan, { planId, move: 'approve', decisionId, revision: await revisionOf(office, planId) })
      },
    },
    { on: '2026-11-18', do: nextYear },
  ]
}

/** The next year's plan is being drafted from the needs. */
async function nextYear(office: Office): Promise<void> {
  const { planId } = await office.call(createPlan, {
    unitId: province,
    year: 2027,
    title: 'Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức cấp xã năm 2027 (dự thảo)',
    budget: 900_000_000,
    awayPercent: 25,
  })
  const drafts = [
    { kind: 'LLCT_TC', seats: 20, startsOn: '2027-03-15', endsOn: '2028-09-15', mode: 'KTT', tuition: 8_600_000 },
    { kind: 'QLNN_CV', seats: 50, startsOn: '2027-04-05', endsOn: '2027-05-01', mode: null, tuition: 2_300_000 },
    { kind: 'BD_QPAN_4', seats: 80, startsOn: '2027-06-07', endsOn: '2027-06-11', mode: null, tuition: 320_000 },
    { kind: 'LLCT_CC', seats: 8, startsOn: '2027-09-06', endsOn: '2028-09-06', mode: 'TT', tuition: 12_500_000 },
  ] as const
  for (const { kind, seats, tuition, ...when } of drafts) {
    await lineFromNeeds(office, planId, kind, seats, { ...when, costs: [{ item: 'tuition', per: 'seat', amount: tuition }] })
  }
}

async function plannedLine(office: Office, planId: string, intake: Intake): Promise<string> {
  const { kind, seats, title, whom, mode, institution, place, startsOn, endsOn, periods, costs } = intake
  const budgetLine = 'Ngân sách tỉnh, sự nghiệp đào tạo'
  const written = { title, whom, mode, institution, place, startsOn, endsOn, periods, budgetLine, costs: [...costs] }
  return lineFromNeeds(office, planId, kind, seats, written)
}

type Written = Partial<Pick<Intake, 'title' | 'whom' | 'institution' | 'place' | 'periods'>> & {
  mode: string | null
  startsOn: string
  endsOn: string
  budgetLine?: string
  costs: Intake['costs'][number][]
}

async function lineFromNeeds(office: Office, planId: string, kind: Intake['kind'], seats: number, written: Written): Promise<string> {
  const { lineId } = await office.call(addLineFromNeeds, { planId, kind, seats, revision: await revisionOf(office, planId) })
  const { plan, lines: all } = await office.call(readPlan, { planId })
  const line = all.find((one) => one.lineId === lineId)
  if (!line) throw new Error(`No line for ${kind}`)
  const unitSeats = line.unitSeats.map(({ unit, seats: share }) => ({ unitId: unit.id, seats: share }))
  await office.call(changeLine, {
    planId,
    lineId,
    revision: plan.revision,
    kind,
    title: line.title,
    ...written,
    seats: line.seats,
    unitSeats,
  })
  return lineId
}

async function revisionOf(office: Office, planId: string): Promise<number> {
  return (await office.call(readPlan, { planId })).plan.revision
}

/** The class of a line, and what was paid for it once it was over. */
function actsOf(intake: Intake, at: number, lines: Lines): Act[] {
  const lineOf = () => lines.get(intake) ?? { planId: '', lineId: '', decisionId: '' }
  const acts: Act[] = classActs(intake, at, lineOf).map(({ on, do: act }: ClassAct) => ({ on, do: act }))
  if (intake.stage !== 'finished') return acts
  return [...acts, { on: intake.endsOn, do: (office) => pay(office, intake, at, lineOf()) }]
}

/** A little less than planned, as offices do; each sum with its voucher. */
async function pay(office: Office, { costs, seats, endsOn }: Intake, at: number, { planId, lineId }: Line): Promise<void> {
  for (const [index, { item, per, amount }] of costs.entries()) {
    const planned = per === 'seat' ? amount * seats : amount
    const spent = Math.round((planned * (97 - index)) / 100 / 1000) * 1000
    await office.call(recordSpending, { planId, lineId, item, amount: spent, paidOn: endsOn, voucher: `PC-${26_100 + at * 10 + index}` })
  }
}
