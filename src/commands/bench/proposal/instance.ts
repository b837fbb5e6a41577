import { addDays } from '#lib/days.ts'
import { type TrainingKindCode } from '#law/training-kinds.ts'
import type { Candidate, Instance, OfferedLine, Wanted } from '#modules/training/proposal/instance.ts'
import { randomFrom, type Random } from '../../../demo/random.ts'

export type InstanceSize = { people: number; lines: number; seats: number; units: number }

export const instanceSizes: Record<'district' | 'province', InstanceSize> = {
  district: { people: 2_500, lines: 40, seats: 600, units: 60 },
  province: { people: 60_000, lines: 400, seats: 12_000, units: 1_500 },
}

/** Of a hundred needs so many of each kind; how long a course is in days; what a seat costs in thousands of đồng. */
const courses: readonly { kind: TrainingKindCode; share: number; days: number; price: number }[] = [
  { kind: 'QLNN_CV', share: 16, days: 60, price: 4_200 },
  { kind: 'QLNN_CVC', share: 9, days: 45, price: 4_800 },
  { kind: 'LLCT_TC', share: 14, days: 240, price: 11_000 },
  { kind: 'LLCT_CC', share: 5, days: 330, price: 24_000 },
  { kind: 'BD_QPAN_3', share: 9, days: 12, price: 2_100 },
  { kind: 'BD_QPAN_4', share: 10, days: 5, price: 900 },
  { kind: 'BD_TH', share: 11, days: 10, price: 1_300 },
  { kind: 'BD_NN', share: 4, days: 90, price: 6_500 },
  { kind: 'BD_TDT', share: 4, days: 90, price: 5_200 },
  { kind: 'BD_LD', share: 5, days: 20, price: 3_900 },
  { kind: 'BD_VTVL', share: 9, days: 5, price: 1_100 },
  { kind: 'DT_DH', share: 3, days: 300, price: 18_000 },
  { kind: 'DT_SDH_THS', share: 1, days: 330, price: 30_000 },
]

/** The same invented authority for the same size: units of uneven size, needs of uneven worth, classes over the year, money for most of them. */
export function instanceOf(size: InstanceSize, { budgetShare = 0.8, awayPercent = 15 } = {}): Instance {
  const random = randomFrom(`proposal ${size.people}`)
  const lines = linesOf(random, size)
  const people = peopleOf(random, size)
  const full = lines.reduce((sum, { seats, seatCost, lineCost }) => sum + seats * seatCost + lineCost, 0)
  const headcounts = Map.groupBy(people, ({ unitId }) => unitId)
  return {
    people,
    needs: people.flatMap((person) => needsOf(random, person, lines)),
    lines,
    units: Array.from({ length: size.units }, (_, at) => ({
      id: `unit ${at}`,
      headcount: headcounts.get(`unit ${at}`)?.length ?? 0,
      away: [],
    })),
    budget: Math.round(full * budgetShare),
    awayPercent,
  }
}

function linesOf(random: Random, { lines, seats }: InstanceSize): OfferedLine[] {
  return Array.from({ length: lines }, (_, at) => {
    const { kind, days, price } =
      at < courses.length ? (courses[at] ?? random.pick(courses)) : random.weighted(courses.map((one) => [one, one.share]))
    const startsOn = addDays('2026-02-02', random.whole(0, Math.max(0, 320 - days)))
    return {
      id: `line ${at}`,
      kind,
      seats: Math.floor(seats / lines) + (at < seats % lines ? 1 : 0),
      // A class in ten keeps some seats for single units.
      shares: random.chance(0.1)
        ? [
            { unitId: 'area 1', seats: 6 },
            { unitId: 'area 2', seats: 6 },
          ]
        : [],
      // Places differ in price.
      seatCost: price * 1_000 + random.pick([0, 0, 100_000, 250_000]),
      lineCost: random.chance(0.5) ? 20_000_000 : 0,
      startsOn,
      endsOn: addDays(startsOn, days),
    }
  })
}

function peopleOf(random: Random, { people, units }: InstanceSize): Candidate[] {
  const sizes = Array.from({ length: units }, (_, at) => [at, 5 + random.whole(0, 75)] as const)
  return Array.from({ length: people }, (_, at) => {
    const unit = random.weighted(sizes)
    const isAway = random.chance(0.04)
    return {
      id: `person ${at}`,
      unitId: `unit ${unit}`,
      within: [`unit ${unit}`, `area ${unit % 20}`],
      order: `${random.whole(1990, 2024)} ${String(at).padStart(6, '0')}`,
      busy: isAway ? [{ from: '2026-01-01', to: addDays('2026-03-01', random.whole(0, 300)) }] : [],
    }
  })
}

/** Three officials in five lack something; of them one in three lacks two things. */
function needsOf(random: Random, { id }: Candidate, lines: readonly OfferedLine[]): Wanted[] {
  if (!random.chance(0.6)) return []
  const first = random.weighted(courses.map((one) => [one.kind, one.share]))
  const second = random.weighted(courses.map((one) => [one.kind, one.share]))
  const kinds = random.chance(0.33) && first !== second ? [first, second] : [first]
  const weight = random.whole(1, 10)
  return kinds.map((kind) => ({ personId: id, kind, worth: weight * random.whole(1, 3), barred: barredOf(random, kind, lines) }))
}

/** What bars is an age or a length of service on the first day: from a day on, or until one. */
function barredOf(random: Random, kind: string, lines: readonly OfferedLine[]): string[] {
  if (random.chance(0.85)) return []
  const from = addDays('2026-02-02', random.whole(0, 300))
  return lines.flatMap((one) => (one.kind === kind && (one.startsOn ?? '') < from ? [one.id] : []))
}
