import { languagesAsked, levelsAsked, type Requirement } from '#law/requirements.ts'
import type { Objection } from '#lib/override.ts'

export type StandardSet = {
  requirement: Requirement
  level: string | null
  language: string | null
  periods: number | null
  from: string
  to: string | null
}
type Days = { from: string | null; to: string | null }

/** Why a title may not ask this in that period; `others` are what it asks of the same kind besides what is replaced. */
export function standardObjections(asked: StandardSet, title: Days, others: readonly Days[]): Objection[] {
  const { requirement, level, language, periods } = asked
  const objections: Objection[] = periodObjections(asked, title)
  const levels = levelsAsked(requirement, language)
  const hasLevels = Object.keys(levels).length > 0
  if (hasLevels ? level === null || !Object.hasOwn(levels, level) : level !== null)
    objections.push({ code: 'standard-level-unknown', requirement, level })
  if (language !== null && (requirement !== 'language' || !Object.hasOwn(languagesAsked, language)))
    objections.push({ code: 'standard-language-unknown', language })
  if ((requirement === 'hours') !== (periods !== null)) objections.push({ code: 'standard-periods', requirement })
  const twice = others.find((other) => overlaps(asked, other))
  if (twice) objections.push({ code: 'standard-once', requirement, from: twice.from, to: twice.to })
  return objections
}

/** Nothing can be asked of a post that there is not. */
export function periodObjections({ from, to }: { from: string; to: string | null }, title: Days): Objection[] {
  if (to !== null && to <= from) return [{ code: 'end-before-start', from, to }]
  return overlaps({ from, to }, title) ? [] : [{ code: 'standard-outside-title', from: title.from, to: title.to }]
}

/** Why what holds in that period may not end on the day. */
export function endObjections(held: Days, on: string): Objection[] {
  if (held.from !== null && on <= held.from) return [{ code: 'end-before-start', from: held.from, to: on }]
  return held.to !== null && held.to <= on ? [{ code: 'standard-ended', on: held.to }] : []
}

function overlaps(one: Days, other: Days): boolean {
  return (one.to === null || other.from === null || other.from < one.to) && (other.to === null || one.from === null || one.from < other.to)
}
