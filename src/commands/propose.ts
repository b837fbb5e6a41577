import { buildHouse } from '#app'
import { type Db, openDatabase } from '#db/connect.ts'
import { dayInHanoi } from '#lib/days.ts'
import { gatherInstance, type Gathered } from '#modules/training/proposal-instance.sql.ts'
import { namesOf } from '#modules/training/proposal-view.sql.ts'
import type { Solution } from '#modules/training/proposal/solve.node.ts'
import { solveApart } from '#modules/training/proposal/solving.node.ts'
import { planHeads } from '#modules/training/plan.sql.ts'
import { type Io, UsageError, defineCommand } from '../command-line.ts'
import { askedFormat } from './review/ask.ts'
import { alignedTable } from './review/print.ts'

const idPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export const command = defineCommand({
  name: 'propose',
  summary: {
    vi: 'Tính ai nên vào lớp nào của một kế hoạch, sát mức tối ưu bao nhiêu; chỉ in ra, không ghi gì.',
    en: 'Works out who should go to which class of a plan and how near to the best that is; prints it and writes nothing.',
  },
  usage: 'propose --plan ID [--budget ĐỒNG|none] [--away PHẦN-TRĂM|none] [--seconds 50] [--format table|json]',
  options: {
    plan: { type: 'string', default: '' },
    budget: { type: 'string' },
    away: { type: 'string' },
    seconds: { type: 'string', default: '50' },
    format: { type: 'string', default: 'table' },
  },
  async run({ values }, io) {
    const format = askedFormat(values.format, ['table', 'json'])
    if (!idPattern.test(values.plan)) throw unknownPlan(values.plan)
    const given = { budget: limitOf('--budget', values.budget), away: limitOf('--away', values.away) }
    const seconds = limitOf('--seconds', values.seconds) ?? 50
    const { db, close } = await openDatabase()
    try {
      await propose(db, { planId: values.plan, ...given, seconds, format }, io)
    } finally {
      await close()
    }
  },
})

type Asked = {
  planId: string
  budget: number | null | undefined
  away: number | null | undefined
  seconds: number
  format: 'table' | 'json'
}

async function propose(db: Db, { planId, budget, away, seconds, format }: Asked, io: Io): Promise<void> {
  const [plan] = await planHeads(db, { planId })
  if (!plan) throw unknownPlan(planId)
  const now = buildHouse({ db }).clock()
  const today = dayInHanoi(now)
  const asked = { budget: budget === undefined ? plan.budget : budget, awayPercent: away === undefined ? plan.awayPercent : away }
  const gathered = await gatherInstance(db, plan, { ...asked, planRevision: plan.revision, by: '' }, { on: today, now })
  const tell = ({ step, done, total }: { step: string; done: number; total: number }) =>
    io.say(total > 1 ? `${step} ${done}/${total}` : step)
  const solution = await solveApart({ instance: gathered.instance, seconds, gap: 0.01 }, tell, new AbortController().signal)
  const people = [...solution.assigned, ...solution.unassigned].map(({ personId }) => personId)
  const names = await namesOf(db, people, { scope: 'everything', today })
  for (const line of format === 'json' ? [JSON.stringify(told(solution, gathered, names), null, 2)] : tableOf(solution, gathered, names))
    io.out(line)
}

function told(
  { objective, bound, gap, seconds, greedy, spent, ...solution }: Solution,
  { titles }: Gathered,
  names: ReadonlyMap<string, string>,
) {
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? null })
  const line = (lineId: string | null) => ({ lineId, line: lineId === null ? null : (titles.get(lineId) ?? null) })
  return {
    ...{ objective, bound, gap, seconds, greedy, spent },
    assigned: solution.assigned.map(({ personId, kind, lineId, worth, standing }) => ({
      ...named(personId),
      kind,
      ...line(lineId),
      worth,
      ...standing,
    })),
    unassigned: solution.unassigned.map(({ personId, kind, lineId, worth, why, before }) => ({
      ...named(personId),
      kind,
      worth,
      why,
      ...line(lineId),
      before,
    })),
    oneMoreSeat: solution.gains.lines.map(({ lineId, gain }) => ({ ...line(lineId), gain })),
    oneMoreMillion: solution.gains.million,
  }
}

function tableOf(solution: Solution, { instance, titles }: Gathered, names: ReadonlyMap<string, string>): string[] {
  const { objective, bound, gap, seconds, greedy, assigned, unassigned } = solution
  const taken = Map.groupBy(assigned, ({ lineId }) => lineId)
  const why = Map.groupBy(unassigned, (one) => one.why)
  const vi = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
  return [
    `${vi.format(assigned.length)} trong ${vi.format(instance.needs.length)} nhu cầu được đáp ứng · ${vi.format(objective)} điểm, nhiều nhất có thể ${vi.format(bound)} (cách ${vi.format(gap * 100)} %)`,
    `chọn lần lượt người cần nhất: ${vi.format(greedy)} điểm · ${vi.format(seconds)} giây`,
    '',
    ...alignedTable(
      [
        ['Lớp', 'Đã xếp', 'Suất'],
        ...instance.lines.map(({ id, seats }) => [titles.get(id) ?? '', String(taken.get(id)?.length ?? 0), String(seats)]),
      ],
      [1, 2],
    ),
    '',
    ...assigned.map(({ personId, lineId }) => `${names.get(personId) ?? personId} → ${titles.get(lineId) ?? lineId}`),
    '',
    ...Array.from(why, ([code, of]) => `${code}: ${of.length}`),
  ]
}

/** A number, `none` for no limit, nothing where the plan says it. */
function limitOf(option: string, text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined
  if (text === 'none') return null
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new UsageError({ vi: `${option} là một số từ 1, hoặc none.`, en: `${option} is a number from 1 on, or none.` })
  return value
}

function unknownPlan(id: string): UsageError {
  return new UsageError({ vi: `Không có kế hoạch "${id}" (--plan ID).`, en: `There is no plan "${id}" (--plan ID).` })
}
