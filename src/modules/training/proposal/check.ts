import { type Assigned, awayLimit, type Instance, overlap, type Period } from './instance.ts'

/** What is wrong with a solution, counted anew from the instance and from nothing that the solver keeps. Empty when it may stand. */
export function faultsOf(instance: Instance, assigned: readonly Assigned[]): string[] {
  const faults: string[] = []
  const [lines, people] = [new Map(instance.lines.map((one) => [one.id, one])), new Map(instance.people.map((one) => [one.id, one]))]
  const needs = new Map(instance.needs.map((one) => [`${one.personId} ${one.kind}`, one]))
  const met = new Set<string>()
  for (const { personId, kind, lineId } of assigned) {
    const [need, line, key] = [needs.get(`${personId} ${kind}`), lines.get(lineId), `${personId} ${kind}`]
    if (!need || line?.kind !== kind) faults.push(`${key} is no need of ${lineId}`)
    if (need?.barred.includes(lineId)) faults.push(`${key} does not meet the conditions of ${lineId}`)
    if (line && people.get(personId)?.busy.some((period) => overlap(line, period))) faults.push(`${key} is away during ${lineId}`)
    if (met.has(key)) faults.push(`${key} is met twice`)
    met.add(key)
  }
  return [
    ...faults,
    ...clashes(instance, assigned),
    ...overfull(instance, assigned),
    ...emptied(instance, assigned),
    ...overspent(instance, assigned),
  ]
}

export function worthOf({ needs }: Instance, assigned: readonly Assigned[]): number {
  const worths = new Map(needs.map(({ personId, kind, worth }) => [`${personId} ${kind}`, worth]))
  return assigned.reduce((sum, { personId, kind }) => sum + (worths.get(`${personId} ${kind}`) ?? 0), 0)
}

export function spendingOf({ lines }: Instance, assigned: readonly Assigned[]): number {
  return lines.reduce((sum, { id, seatCost, lineCost }) => {
    const count = assigned.filter(({ lineId }) => lineId === id).length
    return sum + count * seatCost + (count > 0 ? lineCost : 0)
  }, 0)
}

function periodsOf({ lines }: Instance): Map<string, Period> {
  return new Map(lines.flatMap(({ id, startsOn, endsOn }) => (startsOn && endsOn ? [[id, { from: startsOn, to: endsOn }]] : [])))
}

function clashes(instance: Instance, assigned: readonly Assigned[]): string[] {
  const periods = periodsOf(instance)
  const faults: string[] = []
  const byPerson = Map.groupBy(assigned, ({ personId }) => personId)
  for (const [personId, ones] of byPerson) {
    const held = ones.flatMap(({ lineId }) => periods.get(lineId) ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    if (held.some(({ from }, at) => at > 0 && from < (held[at - 1]?.to ?? ''))) faults.push(`${personId} would be in two classes at once`)
  }
  return faults
}

function overfull({ lines, people }: Instance, assigned: readonly Assigned[]): string[] {
  const within = new Map(people.map((one) => [one.id, one.within]))
  const byLine = Map.groupBy(assigned, ({ lineId }) => lineId)
  return lines.flatMap(({ id, seats, shares }) => {
    const takers = byLine.get(id) ?? []
    const faults = takers.length > seats ? [`${id} has ${takers.length} persons on ${seats} seats`] : []
    if (shares.length === 0) return faults
    const share = (unitId: string | undefined) =>
      takers.filter(({ personId }) => (within.get(personId) ?? []).find((unit) => shares.some((one) => one.unitId === unit)) === unitId)
        .length
    const rest = Math.max(0, seats - shares.reduce((sum, one) => sum + one.seats, 0))
    for (const one of shares) if (share(one.unitId) > one.seats) faults.push(`${one.unitId} is over its share of ${id}`)
    return share(undefined) > rest ? [...faults, `units without a share are over the rest of ${id}`] : faults
  })
}

function emptied(instance: Instance, assigned: readonly Assigned[]): string[] {
  const { people, units, awayPercent } = instance
  if (awayPercent === null) return []
  const [unitOf, periods] = [new Map(people.map((one) => [one.id, one.unitId])), periodsOf(instance)]
  const sent = Map.groupBy(assigned, ({ personId }) => unitOf.get(personId) ?? '')
  return units.flatMap(({ id, headcount, away }) => {
    const studying = (sent.get(id) ?? []).flatMap(({ lineId }) => periods.get(lineId) ?? [])
    const limit = awayLimit(headcount, awayPercent)
    const at = (day: string) => [...studying, ...away].filter(({ from, to }) => from <= day && day < to).length
    const days = [...studying, ...away].map(({ from }) => from)
    // Where the unit is emptied by those away anyway, nobody more may go.
    const isHeldOn = (day: string) => studying.some(({ from, to }) => from <= day && day < to)
    return days.some((day) => isHeldOn(day) && at(day) > limit) ? [`${id} has too many away at once`] : []
  })
}

function overspent(instance: Instance, assigned: readonly Assigned[]): string[] {
  const { budget } = instance
  return budget !== null && spendingOf(instance, assigned) > budget ? ['it costs more than there is'] : []
}
