import './ErrorSummary.css'
import type { Problem } from '#web/client.ts'
import { fieldId } from '#web/kit/FieldFrame.tsx'
import { messages } from '#web/kit/messages.ts'
import { problemText } from '#web/kit/problem-text.ts'
import { useWords } from '#web/words.ts'

export type ErrorLine = { name?: string; problem?: Problem; text: string }

/** What has to be corrected, each line leading to its field; nothing when all is well. */
export function ErrorSummary({ lines }: { lines: ErrorLine[] }) {
  const words = useWords(messages)
  if (lines.length === 0) return null
  const wholeText = (problem: Problem) => {
    const { title, advice } = problemText(problem, words)
    // Only here does it matter to a command whether it was done all the same.
    return problem.status >= 502 ? `${title}. ${advice}` : title
  }
  const ofFields = lines.some(({ name }) => name)
  return (
    <div className="kc-errors" role="alert" tabIndex={-1}>
      <h2>{ofFields ? words.errorTitle(lines.length) : words.refusedTitle}</h2>
      <ul>
        {lines.map(({ name, problem, text }) => (
          <li key={name ?? text}>
            {name ? (
              <a
                href={`#${fieldId(name)}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(name)
                }}
              >
                {text}
              </a>
            ) : (
              text || (problem && wholeText(problem))
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(name: string) {
  const field = document.getElementById(fieldId(name))
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
