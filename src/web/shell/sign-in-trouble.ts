import { Problem } from '#web/client.ts'
import { messages as kitMessages } from '#web/kit/messages.ts'
import { problemText } from '#web/kit/problem-text.ts'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** What went wrong at the door, in one sentence that does not tell which names exist. */
export function useSignInTrouble(): (error: unknown) => string {
  const words = useWords(messages)
  const kitWords = useWords(kitMessages)
  const refusalText = useRefusalText()
  return (error) => {
    const problem = error instanceof Problem ? error : new Problem(500)
    const refusal = problem.refusals[0]
    if (refusal) return refusalText(refusal)
    if (problem.status === 400 || problem.status === 401) return words.signInRefused
    return problemText(problem, kitWords).title
  }
}
