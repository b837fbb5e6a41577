import { warning, type Objection } from '#lib/override.ts'

export type LineCost = { item: string; per: 'seat' | 'line'; amount: number }
export type DraftLine = {
  seats: number
  startsOn: string | null
  endsOn: string | null
  costs: readonly LineCost[]
  unitSeats: readonly { unitId: string; seats: number }[]
}
/** What the line must be held against: its plan's year, and which of its units are no more on its day. */
export type LineAround = { year: number; gone: readonly { vi: string; en: string }[] }

/** Why the line may not be so. */
export function lineObjections(line: DraftLine, { year, gone }: LineAround): Objection[] {
  const { startsOn, endsOn, seats, costs, unitSeats } = line
  const objections: Objection[] = []
  if (startsOn !== null && endsOn !== null && endsOn <= startsOn) objections.push({ code: 'end-before-start', from: startsOn, to: endsOn })
  const below = costs.find(({ amount }) => amount < 0)
  if (below) objections.push({ code: 'money-below-zero', amount: below.amount, item: below.item })
  const twice = costs.find(({ item }, index) => costs.findIndex((other) => other.item === item) < index)
  if (twice) objections.push({ code: 'cost-item-twice', item: twice.item })
  if (unitSeats.some(({ unitId }, index) => unitSeats.findIndex((other) => other.unitId === unitId) < index))
    objections.push({ code: 'seat-unit-twice' })
  const shared = sharedSeats(unitSeats)
  if (shared > seats) objections.push({ code: 'seats-beyond', seats, shared })
  if (gone.length > 0)
    objections.push({
      code: 'seat-unit-gone',
      units: gone.map(({ vi }) => vi),
      unitsEn: gone.map(({ en }) => en),
      on: dayOfLine(line, year),
    })
  const outside = [startsOn].find((day) => day !== null && !day.startsWith(`${year}-`))
  if (outside) objections.push(warning('line-outside-year', { on: outside, year }))
  return objections
}

/** The day on which the line's units must exist. */
export function dayOfLine({ startsOn }: { startsOn: string | null }, year: number): string {
  return startsOn ?? `${year}-01-01`
}

export function sharedSeats(unitSeats: readonly { seats: number }[]): number {
  return unitSeats.reduce((sum, { seats }) => sum + seats, 0)
}

/** Whole đồng of one cost of a line with so many seats. */
export function costOfLine({ per, amount }: Pick<LineCost, 'per' | 'amount'>, seats: number): number {
  return per === 'seat' ? amount * seats : amount
}

export function plannedOf(costs: readonly LineCost[], seats: number): number {
  return costs.reduce((sum, cost) => sum + costOfLine(cost, seats), 0)
}

export type LineUse = { classes: number; spent: number }

/** Why the line may not be taken out: what was opened or paid for it would hang in the air. */
export function removalObjections({ classes, spent }: LineUse): Objection[] {
  return [...(classes > 0 ? [{ code: 'line-has-classes', classes }] : []), ...(spent > 0 ? [{ code: 'line-has-spending', spent }] : [])]
}

export type Payment = { amount: number; paidOn: string; voucher: string; item: string }
export type PaymentAround = { year: number; wasApproved: boolean; planned: number; spent: number; isVoucherKnown: boolean }

/** Why the payment may not be recorded; `planned` and `spent` are the line's, without the payment. */
export function paymentObjections(payment: Payment, around: PaymentAround, today: string): Objection[] {
  if (!around.wasApproved) return [{ code: 'plan-not-approved' }]
  const objections: Objection[] = []
  if (payment.amount <= 0) objections.push({ code: 'payment-not-above-zero', amount: payment.amount })
  if (payment.paidOn > today) objections.push({ code: 'payment-in-future', on: payment.paidOn })
  if (!payment.paidOn.startsWith(`${around.year}-`))
    objections.push(warning('payment-outside-year', { on: payment.paidOn, year: around.year }))
  if (around.isVoucherKnown) objections.push(warning('voucher-known', { voucher: payment.voucher }))
  const over = around.spent + payment.amount - around.planned
  if (payment.amount > 0 && over > 0) objections.push(warning('spent-beyond-plan', { over, planned: around.planned }))
  return objections
}

/** Shares seats by the number of needs, by largest remainder; of equal remainders the earlier unit's first. */
export function shareSeats(seats: number, needs: readonly { unitId: string; count: number }[]): { unitId: string; seats: number }[] {
  const total = needs.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return []
  const parts = needs.map(({ unitId, count }) => ({ unitId, seats: Math.floor((seats * count) / total), rest: (seats * count) % total }))
  const left = seats - sharedSeats(parts)
  const first = parts.toSorted((a, b) => b.rest - a.rest).slice(0, left)
  return parts.map((part) => ({ unitId: part.unitId, seats: part.seats + (first.includes(part) ? 1 : 0) })).filter((part) => part.seats > 0)
}
