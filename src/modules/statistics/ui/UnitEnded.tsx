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

/** What could not be answered, and the way on: to the nearest day on which the unit existed. */
export function UnitEnded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = useWords(messages)
  const text = useRefusalText()
  const { setDay } = useDay()
  const refusal = error instanceof Problem ? error.refusals.find(({ code }) => code === 'unit-not-on-day') : undefined
  const nearest = refusal ? nearestDay(String(refusal['on']), refusal['days']) : null
  if (!refusal || nearest === null) return <Failure error={error} onRetry={onRetry} />
  return (
    <Empty
      title={words.unitEndedTitle}
      action={
        <Button kind="primary" onClick={() => setDay(nearest)}>
          {words.lastDay(formatDay(nearest))}
        </Button>
      }
    >
      {text(refusal)}
    </Empty>
  )
}

/** The unit's last day where it has ended by then, its first where it had not begun. */
function nearestDay(on: string, days: unknown): string | null {
  const spans = Array.isArray(days) ? (days as { from: string; to: string | null }[]) : []
  const ended = spans.findLast(({ to }) => to !== null && to <= on)
  return ended?.to ? addDays(ended.to, -1) : (spans[0]?.from ?? null)
}
