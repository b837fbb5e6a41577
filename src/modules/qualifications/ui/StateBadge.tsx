import type { GapState } from '#modules/qualifications/gap.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './gap-messages.ts'

/** Whether a standard is met: said in words; what is missing is no error of a person. */
export function StateBadge({ state }: { state: GapState }) {
  const words = useWords(messages)
  return <Badge tone={({ met: 'success', studying: 'chosen', missing: 'attention' } as const)[state]}>{words[state]}</Badge>
}
