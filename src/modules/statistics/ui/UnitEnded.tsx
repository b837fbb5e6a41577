import { addDays } from '#lib/days.ts'
import { Problem } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import { useDay } from '#web/day.ts'
import { Button } from '#web/kit/Button.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** What could not be answered, and the way on: to the last day of a unit that is no more. */
export function UnitEnded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = useWords(messages)
  const text = useRefusalText()
  const { setDay } = useDay()
  const refusal = error instanceof Problem ? error.refusals.find(({ code }) => code === 'unit-not-on-day') : undefined
  const to = refusal ? lastEnd(refusal['days']) : null
  if (!refusal || to === null) return <Failure error={error} onRetry={onRetry} />
  const last = addDays(to, -1)
  return <Empty title={words.unitEndedTitle} action={<Button kind="primary" onClick={() => setDay(last)}>{words.lastDay(formatDay(last))}</Button>}>{text(refusal)}</Empty>
}

function lastEnd(days: unknown): string | null {
  const ends = Array.isArray(days) ? days.map((day: { to: string | null }) => day.to) : []
  return ends.at(-1) ?? null
}
