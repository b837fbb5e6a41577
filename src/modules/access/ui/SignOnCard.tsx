import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { endOwnSignOn, readOwnSignOn } from '#modules/access/oidc.contract.ts'
import { Problem, read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useSignInTrouble } from '#web/shell/sign-in-trouble.ts'
import { goToProvider } from '#web/shell/sign-on.ts'
import { useWords } from '#web/words.ts'
import { messages } from './sign-on-messages.ts'

/** One's own link to the single sign-on, on the page of one's account; nothing where there is neither provider nor link. */
export function SignOnCard() {
  const words = useWords(messages)
  const own = useQuery(read(readOwnSignOn, {}))
  const [isEnding, setEnding] = useState(false)
  if (!own.data) return null
  const { name, links } = own.data
  const link = links.find(({ endedAt }) => endedAt === null)
  if (name === null && !link) return null
  return (
    <Card
      title={words.title}
      about={name === null ? words.off : words.ownAbout(name)}
      actions={link && <Button onClick={() => setEnding(true)}>{words.end}</Button>}
    >
      {link ? (
        <Facts
          items={[
            { label: words.identity, value: words.claims(link.claim, link.claimValue) },
            { label: words.linkedAt, value: <InstantText value={link.linkedAt} /> },
            { label: words.usedAt, value: <InstantText value={link.usedAt} /> },
          ]}
        />
      ) : (
        name !== null && <LinkNow name={name} />
      )}
      {isEnding && link && <EndOwn linkId={link.id} onClose={() => setEnding(false)} />}
    </Card>
  )
}

function LinkNow({ name }: { name: string }) {
  const words = useWords(messages)
  const explain = useSignInTrouble()
  const { pathname } = useLocation()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function go() {
    setBusy(true)
    try {
      await goToProvider('link', pathname)
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(500))
      setBusy(false)
    }
  }
  return (
    <>
      <ErrorSummary lines={problem === null ? [] : [{ text: explain(problem) }]} />
      <Button busy={busy} onClick={() => void go()}>
        {words.link(name)}
      </Button>
    </>
  )
}

function EndOwn({ linkId, onClose }: { linkId: string; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const end = useCommand(endOwnSignOn, {
    onDone: () => {
      say(words.endedNow)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      title={words.endTitle}
      action={words.end}
      danger
      busy={end.busy}
      problem={end.problem}
      onConfirm={() => end.send({ linkId })}
      onClose={onClose}
    >
      <p>{words.endOwnAbout}</p>
    </Confirm>
  )
}
