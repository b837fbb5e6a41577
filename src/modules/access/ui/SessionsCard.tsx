import { useQuery } from '@tanstack/react-query'
import { endOtherSessions, endOwnSession, listSessions } from '#modules/access/open-sessions.contract.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'
import { SessionsTable } from './SessionsTable.tsx'

const refresh = [listSessions.id]

/** Where one is signed in, and the way to end it there. */
export function SessionsCard() {
  const words = useWords(messages)
  const say = useToast()
  const sessions = useQuery(read(listSessions, {}))
  const end = useCommand(endOwnSession, { refresh, onDone: () => say(words.ended) })
  const endOthers = useCommand(endOtherSessions, { refresh, onDone: () => say(words.endedOthers) })
  const isAlone = sessions.data?.sessions.every(({ isPresent }) => isPresent)
  return (
    <Card
      flush
      title={words.sessions}
      about={words.sessionsAbout}
      actions={
        <Button busy={endOthers.busy} why={isAlone ? words.noOthers : null} onClick={() => void endOthers.send({})}>
          {words.endOthers}
        </Button>
      }
    >
      <Loaded query={sessions}>
        {(data) => <SessionsTable sessions={data.sessions} onEnd={({ id }) => void end.send({ sessionId: id })} />}
      </Loaded>
    </Card>
  )
}
