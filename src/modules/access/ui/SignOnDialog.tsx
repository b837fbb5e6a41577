import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Account } from '#modules/access/account.contract.ts'
import { endSignOn, listSignOn, setAccountEmail, type SignOnLink } from '#modules/access/oidc.contract.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './sign-on-messages.ts'

/** An account’s e-mail, by which single sign-on finds it, and the identities linked to it. */
export function SignOnDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useWords(messages)
  const links = useQuery(read(listSignOn, { accountId: account.id }))
  const [ending, setEnding] = useState<SignOnLink | null>(null)
  if (ending) return <End accountId={account.id} link={ending} onClose={() => setEnding(null)} />
  return (
    <Dialog opened wide title={words.of(account.displayName)} onClose={onClose}>
      <Loaded query={links}>
        {(data) => (
          <Stack>
            <Email accountId={account.id} email={data.email ?? ''} />
            <Table
              caption={words.links}
              rows={data.links}
              rowKey={({ id }) => id}
              stacks
              empty={words.none}
              columns={[
                { key: 'identity', header: words.identity, names: true, cell: ({ claim, claimValue }) => words.claims(claim, claimValue) },
                { key: 'used', header: words.usedAt, cell: ({ usedAt, linkedAt }) => <InstantText value={usedAt ?? linkedAt} /> },
                { key: 'state', header: words.state, cell: ({ endedAt }) => (endedAt ? words.ended : words.present) },
                {
                  key: 'end',
                  header: words.actions,
                  cell: (link) => !link.endedAt && <Button onClick={() => setEnding(link)}>{words.end}</Button>,
                },
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Dialog>
  )
}

const shape = setAccountEmail.input.omit({ accountId: true })

function Email({ accountId, email }: { accountId: string; email: string }) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(shape, { email })
  const save = useCommand(setAccountEmail, { onDone: () => say(words.saved) })
  return (
    <Form
      form={form}
      onSubmit={(given) => save.send({ accountId, ...given })}
      busy={save.busy}
      problem={save.problem}
      submitLabel={words.save}
    >
      <TextField name="email" label={words.email} hint={words.emailHint} wide />
    </Form>
  )
}

function End({ accountId, link, onClose }: { accountId: string; link: SignOnLink; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const end = useCommand(endSignOn, {
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
      reason
      busy={end.busy}
      problem={end.problem}
      onConfirm={(reason) => end.send({ accountId, linkId: link.id, reason })}
      onClose={onClose}
    >
      <p>{words.endAbout}</p>
    </Confirm>
  )
}
