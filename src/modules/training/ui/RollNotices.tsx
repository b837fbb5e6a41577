import { formatInstant, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './attendance-messages.ts'
import type { useRoll } from './use-roll.ts'

/** What stands on this device only, and what became of marks that were not taken. */
export function RollNotices({ roll, isKept, mayWrite }: { roll: ReturnType<typeof useRoll>; isKept: boolean | null; mayWrite: boolean }) {
  const words = useWords(messages)
  const format = useFormat()
  const { queued, trouble, answers } = roll
  if (!mayWrite) return <Notice tone="plain">{words.mayNot}</Notice>
  return (
    <Stack>
      <div role="status">
        {queued.length > 0 ? (
          <Notice tone="attention">
            <Row>
              <strong>{words.queued(format.number(queued.length))}</strong>
              {trouble === 'signed-out'
                ? words.signIn
                : trouble === 'refused'
                  ? words.refusedSend
                  : trouble === 'offline'
                    ? words.offline
                    : words.queuedAbout}
              {trouble && <Button onClick={() => void roll.send()}>{words.sendNow}</Button>}
            </Row>
          </Notice>
        ) : (
          <p className="kc-muted kc-small">{[words.allSent, isKept && words.ready].filter(Boolean).join(' · ')}</p>
        )}
      </div>
      {isKept === false && <p className="kc-muted kc-small">{words.notKept}</p>}
      {answers.map((answer, at) => (
        <Notice key={`answer ${at}`} tone="attention">
          <Stack>
            {answer.outdone.map(({ personId, name, state, markedBy, markedAt }) => (
              <p key={personId}>{words.outdone(name, words[state], markedBy, formatInstant(markedAt))}</p>
            ))}
            {answer.gone.map(({ personId, name }) => (
              <p key={personId}>{name ? words.gone(name) : words.goneUnknown}</p>
            ))}
            {answer.goneSessions.length > 0 && <p>{words.goneSession}</p>}
          </Stack>
        </Notice>
      ))}
      <p className="kc-muted kc-small">{words.onDevice}</p>
    </Stack>
  )
}
