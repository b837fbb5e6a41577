import { Card } from '#web/kit/Card.tsx'
import { Progress } from '#web/kit/Progress.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** How far the work is; it goes on whether or not somebody looks. */
export function Working({ progress }: { progress: { step: string; done: number; total: number } | null }) {
  const words = useWords(messages)
  const isCounted = progress !== null && progress.total > 1
  return (
    <Card footer={words.mayLeave}>
      <Progress
        label={progress ? (words.stepNames[progress.step] ?? progress.step) : words.waiting}
        {...(isCounted ? { done: progress.done, total: progress.total } : {})}
      />
    </Card>
  )
}
