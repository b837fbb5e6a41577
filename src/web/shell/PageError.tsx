import { useState } from 'react'
import { useRouteError } from 'react-router'
import { Problem } from '#web/client.ts'
import { Button } from '#web/kit/Button.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** What is shown when a page throws: what is safe, a way on, and a code to quote. */
export function PageError() {
  const words = useWords(messages)
  const error = useRouteError()
  const [reference] = useState(() => `W-${Date.now().toString(36).toUpperCase()}`)
  if (error instanceof Problem) return <Failure error={error} onRetry={() => location.reload()} />
  const outdated = isMissingChunk(error)
  if (!outdated) console.error(reference, error)
  return (
    <div className="kc-state" role="alert">
      <h2>{outdated ? words.outdatedTitle : words.brokenTitle}</h2>
      <p>{outdated ? words.outdatedAbout : words.brokenAbout}</p>
      {!outdated && <p className="kc-small">{words.reference(reference)}</p>}
      <div className="kc-row">
        <Button kind="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </div>
    </div>
  )
}

/** After an update of the server the old pages' files are gone. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed/i.test(error.message)
}
