import { useQuery } from '@tanstack/react-query'
import { resetSecondFactor, unlockAccount, type Account } from '#modules/access/account.contract.ts'
import { endSessionsOfAccount, listSessionsOf } from '#modules/access/open-sessions.contract.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useWords } from '#web/words.ts'
import { messages as ownMessages } from './own-messages.ts'
import { SessionsTable } from './SessionsTable.tsx'
import { messages } from './sign-in-messages.ts'

type About = { account: Account; onClose: () => void }

/** Lets everybody try again at once, with the reason for the log. */
export function UnlockAccount({ account, onClose }: About) {
  const words = useWords(messages)
  const say = useToast()
  const unlock = useCommand(unlockAccount, {
    onDone: () => {
      say(words.unlocked)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      reason
      title={words.unlockTitle(account.displayName)}
      action={words.unlock}
      busy={unlock.busy}
      problem={unlock.problem}
      onConfirm={(reason) => unlock.send({ accountId: account.id, reason })}
      onClose={onClose}
    >
      <p>{words.unlockAbout}</p>
    </Confirm>
  )
}

/** Takes a lost second factor away, with the reason for the log. */
export function ResetSecondFactor({ account, onClose }: About) {
  const words = useWords(messages)
  const say = useToast()
  const reset = useCommand(resetSecondFactor, {
    onDone: () => {
      say(words.factorReset)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      reason
      danger
      title={words.resetFactorTitle(account.displayName)}
      action={words.resetFactor}
      busy={reset.busy}
      problem={reset.problem}
      onConfirm={(reason) => reset.send({ accountId: account.id, reason })}
      onClose={onClose}
    >
      <p>{words.resetFactorAbout}</p>
    </Confirm>
  )
}

/** Where the account is signed in, and the way to end it. */
export function AccountSessions({ account, onClose }: About) {
  const words = useWords(ownMessages)
  const say = useToast()
  const sessions = useQuery(read(listSessionsOf, { accountId: account.id }))
  const end = useCommand(endSessionsOfAccount, { refresh: [listSessionsOf.id], onDone: () => say(words.ended) })
  return (
    <Dialog opened wide title={words.sessionsOf(account.displayName)} onClose={onClose}>
      <Loaded query={sessions}>
        {(data) => (
          <Stack>
            <SessionsTable sessions={data.sessions} onEnd={({ id }) => void end.send({ accountId: account.id, sessionId: id })} />
            {data.sessions.some(({ isPresent }) => !isPresent) && (
              <Row>
                <Button kind="danger" busy={end.busy} onClick={() => void end.send({ accountId: account.id, sessionId: null })}>
                  {words.endAll}
                </Button>
              </Row>
            )}
          </Stack>
        )}
      </Loaded>
    </Dialog>
  )
}
