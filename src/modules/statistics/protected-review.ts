import type { FigureAnswer, Review } from './review.contract.ts'
import { isSmall, keptBackOf, type KeptBack } from './small-groups.ts'

/** The lines that the total of those sent is made of. */
const sentTotal = 'sent.total'

/** The review for those who see only figures: no number, and no part of one, that stands for a small group or tells it. */
export function protectedReview(review: Omit<Review, 'isProtected'>, peopleBehind: ReadonlyMap<string, number>): Review {
  const { figures } = review
  const total = figures.find(({ figure }) => figure === sentTotal)
  const lines = figures.filter(isPartOfTotal)
  const kept = new Map<string, KeptBack | null>()
  if (total) {
    const found = keptBackOf(lines.map(cellOf), cellOf(total), 'times')
    kept.set(sentTotal, found.total)
    lines.forEach(({ figure }, index) => kept.set(figure, found.cells[index] ?? null))
  }
  const shown = (answer: FigureAnswer) => protectedFigure(answer, peopleBehind.get(answer.figure), kept.get(answer.figure))
  return { ...review, figures: figures.map(shown), asides: review.asides.map(shown), isProtected: true }

  function cellOf({ figure, value }: FigureAnswer): { count: number; people: number } {
    return { count: value ?? 0, people: peopleBehind.get(figure) ?? value ?? 0 }
  }
}

function isPartOfTotal({ figure, unit }: FigureAnswer): boolean {
  return figure.startsWith('sent.') && unit === 'times' && figure !== sentTotal
}

function protectedFigure(answer: FigureAnswer, people: number | undefined, found: KeptBack | null | undefined): FigureAnswer {
  const { unit, value, parts } = answer
  if (unit === 'percent') return isToldByParts(parts) ? withoutNumber(answer, 'small') : answer
  if (unit === 'classes' || value === null) return answer
  const { byHeadCount = 0, listed = 0 } = parts
  const isOfFew = isSmall(value) || (people !== undefined && isSmall(people) && byHeadCount === 0)
  const kept = found === undefined ? (isOfFew ? 'small' : null) : found
  if (kept) return withoutNumber(answer, kept)
  const isPartSmall = isSmall(byHeadCount) || isSmall(listed) || (listed > 0 && people !== undefined && isSmall(people))
  return isPartSmall ? { ...answer, parts: {} } : answer
}

/** A share tells each of the groups it is made of: those who meet the standard, of them the students, the others, those not judged. */
function isToldByParts({ meeting = 0, judged = 0, unmapped = 0, studying = 0 }: FigureAnswer['parts']): boolean {
  return [judged, meeting, judged - meeting, unmapped, studying, meeting - studying].some(isSmall)
}

function withoutNumber(answer: FigureAnswer, keptBack: KeptBack): FigureAnswer {
  return { ...answer, value: null, parts: {}, keptBack }
}
