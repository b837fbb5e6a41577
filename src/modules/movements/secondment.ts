import { secondmentObjections, type SecondmentObjection } from '#law/secondment.ts'
import { addDays } from '#lib/days.ts'
import { warning, type Objection } from '#lib/override.ts'

export type Proposed = {
  fromUnitId: string
  hostUnitId: string
  from: string
  to: string | null
  plannedEnd: string | null
  specialLaw: string | null
}

/** Why this secondment may not be. Beyond the law's months it is refused, unless the special law that allows it is named. */
export function objections(proposed: Proposed, around: { servesThere: boolean; hostIsThere: boolean }): Objection[] {
  return [
    ...(proposed.fromUnitId === proposed.hostUnitId ? [{ code: 'secondment-same-unit' }] : []),
    ...(around.hostIsThere ? [] : [{ code: 'unit-not-on-day', on: proposed.from }]),
    ...termObjections(proposed),
    ...(around.servesThere ? [] : [warning('not-serving-there', { on: proposed.from })]),
  ]
}

/** The same term by the end that is known: the real one, or the planned last day. */
export function termObjections({
  from,
  to,
  plannedEnd,
  specialLaw,
}: Pick<Proposed, 'from' | 'to' | 'plannedEnd' | 'specialLaw'>): SecondmentObjection[] {
  return secondmentObjections({ from, to: to ?? (plannedEnd && addDays(plannedEnd, 1)), specialLaw })
}

/** Why a secondment may not end on this day, the first on which the person is back. */
export function endObjections(seconded: { from: string; to: string | null }, on: string, specialLaw: string | null): Objection[] {
  if (on <= seconded.from) return [{ code: 'secondment-end-before-start' }]
  if (seconded.to !== null && seconded.to <= on) return [{ code: 'already-ended', on: seconded.to }]
  // That it lasted too long is a fact by now; whoever records its end answers for it.
  return secondmentObjections({ from: seconded.from, to: on, specialLaw }).map(({ code, ...values }) => warning(code, values))
}
