import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { z } from 'zod'
import { attachFile, readDecision, readFile, type Decision } from '#modules/decisions/decision.contract.ts'
import { addressOf, read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { PeriodText } from '#web/kit/DayText.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { DownloadLink, Link } from '#web/kit/Link.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { CorrectDecision } from './CorrectDecision.tsx'
import { DecisionHead } from './DecisionHead.tsx'
import { messages } from './messages.ts'
import { WithdrawDecision } from './WithdrawDecision.tsx'

type Fact = z.output<typeof readDecision.reply>['facts'][number]

export function DecisionPage() {
  const { decisionId = '' } = useParams()
  const words = useWords(messages)
  const may = useMay()
  const [acting, setActing] = useState<'withdraw' | 'correct' | null>(null)
  const query = useQuery(read(readDecision, { decisionId }))
  const decision = query.data?.decision
  const barred = decision?.withdrawn ? words.withdrawn : undefined
  return (
    <Page
      title={decision ? `${decision.code}: ${decision.subject}` : words.register}
      crumbs={[{ label: words.register, to: paths.decisions() }, { label: decision?.code ?? '' }]}
      actions={
        may('decisions.write') &&
        decision && (
          <>
            <Button onClick={() => setActing('correct')} {...(barred ? { why: barred } : {})}>
              {words.correct}
            </Button>
            <Button onClick={() => setActing('withdraw')} {...(barred ? { why: barred } : {})}>
              {words.withdraw}
            </Button>
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ decision: shown, facts, factCount }) => (
          <Stack>
            <Withdrawn decision={shown} />
            <DecisionHead decision={shown} />
            <Facts facts={facts} count={factCount} />
            <Paper decision={shown} mayAttach={may('decisions.write')} />
            <WithdrawDecision decision={shown} facts={factCount} opened={acting === 'withdraw'} onClose={() => setActing(null)} />
            <CorrectDecision key={shown.id} decision={shown} opened={acting === 'correct'} onClose={() => setActing(null)} />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

function Withdrawn({ decision }: { decision: Decision }) {
  const words = useWords(messages)
  const format = useFormat()
  const { withdrawn } = decision
  if (!withdrawn) return null
  return (
    <Notice tone="attention">
      {words.withdrawnNotice(format.day(withdrawn.on), withdrawn.why)}{' '}
      {withdrawn.byId && withdrawn.byCode && <Link to={paths.decision(withdrawn.byId)}>{words.byCode(withdrawn.byCode)}</Link>}
    </Notice>
  )
}

function Paper({ decision, mayAttach }: { decision: Decision; mayAttach: boolean }) {
  const words = useWords(messages)
  const say = useToast()
  const attach = useCommand(attachFile, { onDone: () => say(words.attached) })
  return (
    <Card title={words.paper}>
      {decision.file ? (
        <DownloadLink href={addressOf(readFile, { decisionId: decision.id })}>{decision.file.name}</DownloadLink>
      ) : (
        <p>{words.noFile}</p>
      )}
      {mayAttach && (
        <FileField
          label={words.attach}
          hint={words.attachHint}
          accept=".pdf,.doc,.docx,.jpg,.jpeg,.png"
          onFile={(file) => void attach.send({ decisionId: decision.id }, file)}
        />
      )}
    </Card>
  )
}

function Facts({ facts, count }: { facts: Fact[]; count: number }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const isPartial = facts.length < count
  const withdrawn = facts.length > 0 ? words.madeWithdrawn(format.number(facts.length)) : words.madeNone
  const title = count > 0 ? words.made(format.number(count)) : withdrawn
  return (
    <Card title={title} about={isPartial && words.partial(format.number(facts.length))} flush>
      {facts.length > 0 && (
        <Table
          caption={words.facts}
          rows={facts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'person',
              header: words.person,
              names: true,
              cell: ({ personId, personName }) => personId && personName && <PersonLink id={personId} name={personName} />,
            },
            { key: 'label', header: words.kind, quiet: true, cell: ({ label }) => label[language] },
            {
              key: 'what',
              header: words.what,
              cell: ({ what, closedWhy }) =>
                closedWhy ? (
                  <>
                    <s>{what[language]}</s> <Badge tone="attention">{words.withdrawn}</Badge>
                  </>
                ) : (
                  what[language]
                ),
            },
            { key: 'held', header: words.held, cell: ({ held }) => <PeriodText from={held.from} to={held.to} /> },
          ]}
        />
      )}
    </Card>
  )
}
