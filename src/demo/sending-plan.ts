import { dayOf, workingDay } from './calendar.ts'
import type { Random } from './random.ts'

/** The kinds of course the demo sends people to. */
export type CourseKind =
  | 'LLCT_CC'
  | 'DT_NC'
  | 'DT_DH'
  | 'DT_CD'
  | 'LLCT_TC'
  | 'QLNN_CV'
  | 'QLNN_CVC'
  | 'BD_BCV'
  | 'DT_SDH_THS'
  | 'BD_QPAN_3'
  | 'BD_LD'
  | 'BD_VTVL'
  | 'BD_TH'
  | 'BD_TDT'
/** Where the people come from: what the district still had at the end of 2020, or what left it before. */
export type Pool = 'stays' | 'left'
/** One decision: so many people of a pool to one kind of course on one day. */
export type Intake = { kind: CourseKind; pool: Pool; on: string; places: number }

/** What the account of 2015–2020 says (domain: 24, 14, 122, 94, 283, 128, 23, 6), for those who stayed in the district. */
export const accountOfTerm = { LLCT_CC: 24, DT_NC: 14, DT_DH: 122, DT_CD: 94, LLCT_TC: 283, QLNN_CV: 128, QLNN_CVC: 23, BD_BCV: 6 } as const

/** Those of the three communes that left on 1/1/2020, sent before. */
const ofThoseWhoLeft = { LLCT_CC: 1, DT_DH: 13, DT_CD: 9, LLCT_TC: 27, QLNN_CV: 12 } as const

const beforeTerm = { LLCT_CC: 2, DT_DH: 16, DT_CD: 12, LLCT_TC: 30, QLNN_CV: 12, QLNN_CVC: 1 } as const
const afterTerm = { LLCT_CC: 4, DT_DH: 12, DT_CD: 3, LLCT_TC: 34, QLNN_CV: 20, QLNN_CVC: 5, DT_NC: 1 } as const
const besides = { DT_SDH_THS: 2, BD_QPAN_3: 18, BD_LD: 8, BD_VTVL: 16, BD_TH: 6, BD_TDT: 9 } as const

/** All sendings from 2009 to the autumn of 2026 in the order of their days. */
export function intakes(random: Random): Intake[] {
  const plan: Intake[] = []
  for (let year = 2009; year <= 2014; year++) addYear(random, plan, beforeTerm, 'stays', year)
  addTerm(random, plan, accountOfTerm, 'stays', 2015, 2020)
  addTerm(random, plan, ofThoseWhoLeft, 'left', 2015, 2019)
  for (let year = 2021; year <= 2026; year++) addYear(random, plan, afterTerm, 'stays', year)
  for (let year = 2013; year <= 2026; year++) addYear(random, plan, besides, 'stays', year)
  return plan
    .map((intake) => ({ ...intake, on: workingDay(intake.on) }))
    .filter(({ places, on }) => places > 0 && on <= '2026-10-20')
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

const monthsOf: Record<string, readonly number[]> = {
  LLCT_CC: [9],
  LLCT_TC: [3, 10],
  DT_DH: [4, 9],
  DT_CD: [9],
  QLNN_CV: [5, 10],
  QLNN_CVC: [6],
  BD_BCV: [4],
  DT_NC: [8],
}

/** Spread over the years of the term; the rest of the division goes to the first of them. */
function addTerm(random: Random, plan: Intake[], quotas: Readonly<Record<string, number>>, pool: Pool, first: number, last: number): void {
  for (const [kind, total] of Object.entries(quotas)) {
    const times = kind === 'BD_BCV' ? [[2016, 4] as const] : yearsAndMonths(kind, first, last)
    times.forEach(([year, month], at) => {
      const places = Math.floor(total / times.length) + (at < total % times.length ? 1 : 0)
      plan.push({ kind: kindOf(kind), pool, on: dayOf(year, month, random.whole(3, 24)), places })
    })
  }
}

function addYear(random: Random, plan: Intake[], quotas: Readonly<Record<string, number>>, pool: Pool, year: number): void {
  for (const [kind, total] of Object.entries(quotas)) {
    const months = monthsOf[kind] ?? [random.pick([3, 5, 8, 11])]
    months.forEach((month, at) =>
      plan.push({
        kind: kindOf(kind),
        pool,
        on: dayOf(year, month, random.whole(3, 24)),
        places: at === 0 ? Math.ceil(total / months.length) : Math.floor(total / months.length),
      }),
    )
  }
}

function yearsAndMonths(kind: string, first: number, last: number): (readonly [number, number])[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.flatMap((year) => (monthsOf[kind] ?? [9]).map((month) => [year, month] as const))
}

/** The quotas above name no other kinds. */
function kindOf(key: string): CourseKind {
  return key as CourseKind
}
