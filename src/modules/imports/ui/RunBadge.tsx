import type { Run } from '#modules/imports/run.contract.ts'
import { Badge, type Tone } from '#web/kit/Badge.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const tones: Record<Run['status'], Tone> = {
  reading: 'plain',
  ready: 'attention',
  failed: 'error',
  applying: 'plain',
  applied: 'success',
  undoing: 'plain',
  undone: 'quiet',
}

export function RunBadge({ run }: { run: Pick<Run, 'status'> }) {
  const words = useWords(messages)
  return <Badge tone={tones[run.status]}>{words.states[run.status]}</Badge>
}
