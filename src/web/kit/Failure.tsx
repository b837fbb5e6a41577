import './States.css'
import { Problem } from '#web/client.ts'
import { Button } from '#web/kit/Button.tsx'
import { messages } from '#web/kit/messages.ts'
import { problemText } from '#web/kit/problem-text.ts'
import { useWords } from '#web/words.ts'

/** What failed, what is safe, and how to go on. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords(messages)
  const problem = error instanceof Problem ? error : new Problem(500)
  const { title, advice } = problemText(problem, words)
  return (
    <div className="kc-state" data-tone={problem.status === 404 ? undefined : 'error'} role="alert">
      <h2>{title}</h2>
      {advice && <p>{advice}</p>}
      {problem.reference && <p className="kc-small">{words.reference(problem.reference)}</p>}
      {onRetry && problem.status !== 404 && problem.status !== 403 && (
        <div className="kc-row">
          <Button onClick={onRetry}>{words.retry}</Button>
        </div>
      )}
    </div>
  )
}
