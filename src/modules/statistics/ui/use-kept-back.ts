import { useWords } from '#web/words.ts'
import type { FigureAnswer } from '../review.contract.ts'
import { messages } from './messages.ts'

/** What stands in place of a number that is kept back: a small group, or one beside it. */
export function useKeptBack(): (answer: FigureAnswer | undefined) => string | undefined {
  const words = useWords(messages)
  return (answer) => (answer?.keptBack === 'small' ? words.keptSmall : answer?.keptBack === 'beside' ? words.keptBeside : undefined)
}
