import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { closeAccount, endGrant, listAccounts, type Account } from '#modules/access/account.contract.ts'
import type { Role } from '#modules/access/roles.ts'
import { BackupLine } from '#modules/audit/ui/BackupLine.tsx'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { AccountSessions, ResetSecondFactor, UnlockAccount } from './AccountSignIn.tsx'
import { CreateAccount } from './CreateAccount.tsx'
import { GrantRole } from './GrantRole.tsx'
import { messages } from './messages.ts'
import { PolicyCard } from './PolicyCard.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { messages as signInMessages } from './sign-in-messages.ts'
import { messages as signOnMessages } from './sign-on-messages.ts'

const SignOnDialog = lazyPart(() => import('./SignOnDialog.tsx').then((module) => module.SignOnDialog))

type Acting = { on: Account; what: 'grant' | 'reset' | 'close' | 'unlock' | 'factor' | 'sessions' | 'signOn' }

export function AccountsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const [creating, setCreating] = useState(false)
  const [acting, setActing] = useState<Acting | null>(null)
  const accounts = useQuery(read(listAccounts, {}))
  const active = accounts.data?.accounts.filter((account) => account.status === 'active').length
  const stop = () => setActing(null)
  return (
    <Page
      title={active === undefined ? words.accounts : words.title(format.number(active))}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
    >
      <BackupLine />
      <Card flush>
        <Loaded query={accounts}>
          {(data) => (
            <Table
              stacks
              caption={words.accounts}
              rows={data.accounts}
              rowKey={({ id }) => id}
              columns={[
                { key: 'displayName', header: words.displayName, names: true, cell: ({ displayName }) => displayName },
                { key: 'username', header: words.username, cell: ({ username }) => username },
                { key: 'roles', header: words.roles, cell: (account) => <Roles account={account} /> },
                { key: 'state', header: words.state, cell: (account) => <State account={account} /> },
                {
                  key: 'actions',
                  header: words.actions,
                  cell: (account) => account.status === 'active' && <Actions account={account} onAct={setActing} />,
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
      <PolicyCard />
      <CreateAccount opened={creating} onClose={() => setCreating(false)} />
      {acting?.what === 'grant' && <GrantRole account={acting.on} onClose={stop} />}
      {acting?.what === 'reset' && <ResetPassword account={acting.on} onClose={stop} />}
      {acting?.what === 'unlock' && <UnlockAccount account={acting.on} onClose={stop} />}
      {acting?.what === 'factor' && <ResetSecondFactor account={acting.on} onClose={stop} />}
      {acting?.what === 'sessions' && <AccountSessions account={acting.on} onClose={stop} />}
      {acting?.what === 'signOn' && <SignOnDialog account={acting.on} onClose={stop} />}
      {acting?.what === 'close' && <Close account={acting.on} onClose={stop} />}
    </Page>
  )
}

function Roles({ account }: { account: Account }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return account.grants.map((grant) => (
    <div key={grant.id}>
      {words.roleNames[grant.role as Role]} · {grant.unitName?.[language] ?? words.everything}
    </div>
  ))
}

function State({ account: { status, lock, hasSecondFactor } }: { account: Account }) {
  const words = useWords(messages)
  const signInWords = useWords(signInMessages)
  const format = useFormat()
  if (status === 'closed') return <Badge tone="quiet">{words.closed}</Badge>
  const lockWords = lock && (lock.isEverywhere ? signInWords.lockedEverywhere : signInWords.lockedThere)(format.instant(lock.until))
  return (
    <Row>
      {lockWords ? <Badge tone="attention">{lockWords}</Badge> : <Badge tone="success">{words.active}</Badge>}
      {hasSecondFactor && <Badge>{signInWords.withSecondFactor}</Badge>}
    </Row>
  )
}

function Actions({ account, onAct }: { account: Account; onAct: (acting: Acting) => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const signInWords = useWords(signInMessages)
  const signOnWords = useWords(signOnMessages)
  const end = useCommand(endGrant, { onDone: () => say(words.endedRole) })
  return (
    <Menu
      items={[
        { label: words.grant, onSelect: () => onAct({ on: account, what: 'grant' }) },
        { label: words.reset, onSelect: () => onAct({ on: account, what: 'reset' }) },
        { label: signInWords.sessions, onSelect: () => onAct({ on: account, what: 'sessions' }) },
        { label: signOnWords.title, onSelect: () => onAct({ on: account, what: 'signOn' }) },
        ...(account.lock ? [{ label: signInWords.unlock, onSelect: () => onAct({ on: account, what: 'unlock' }) }] : []),
        ...(account.hasSecondFactor ? [{ label: signInWords.resetFactor, onSelect: () => onAct({ on: account, what: 'factor' }) }] : []),
        ...account.grants.map((grant) => ({
          label: words.endRole(`${words.roleNames[grant.role as Role]} · ${grant.unitName?.[language] ?? words.everything}`),
          onSelect: () => void end.send({ accountId: account.id, grantId: grant.id }),
        })),
        { label: words.close, onSelect: () => onAct({ on: account, what: 'close' }) },
      ]}
    >
      <Button kind="quiet">{words.actions}</Button>
    </Menu>
  )
}

function Close({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const close = useCommand(closeAccount, {
    onDone: () => {
      say(words.closedNow)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      title={words.closeTitle(account.displayName)}
      action={words.close}
      danger
      reason
      busy={close.busy}
      problem={close.problem}
      onConfirm={(reason) => close.send({ accountId: account.id, reason })}
      onClose={onClose}
    />
  )
}
