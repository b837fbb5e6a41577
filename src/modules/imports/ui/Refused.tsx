import type { Problem } from '#web/client.ts'
import { Failure } from '#web/kit/Failure.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'

/** Why the last act was refused, in sentences. */
export function Refused({ problem }: { problem: Problem | null }) {
  const refusalText = useRefusalText()
  if (!problem) return null
  if (problem.refusals.length === 0) return <Failure error={problem} />
  return problem.refusals.map((refusal) => (
    <Notice key={refusal.code} tone="error">
      {refusalText(refusal)}
    </Notice>
  ))
}
