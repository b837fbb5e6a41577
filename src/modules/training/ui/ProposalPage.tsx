import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { cancelProposal, readProposal, type ProposalRead, type ProposalResult } from '#modules/training/proposal.contract.ts'
import { isWorking } from '#modules/training/proposal.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Progress } from '#web/kit/Progress.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { proposalAddress } from './proposal-address.ts'
import { messages } from './proposal-messages.ts'
import { ProposalPeople } from './ProposalPeople.tsx'
import { ProposalFound } from './ProposalFound.tsx'

const AskProposal = lazyPart(() => import('./AskProposal.tsx').then((module) => module.AskProposal))
const AdoptProposal = lazyPart(() => import('./AdoptProposal.tsx').then((module) => module.AdoptProposal))

const lookEveryMs = 1_000

/** Who would go to which class of a plan: asked for, worked out, read with its reasons, changed by hand, used. */
export function ProposalPage() {
  const words = useWords(messages)
  const { planId = '' } = useParams()
  const { search, set } = useSearch(proposalAddress)
  const [doing, setDoing] = useState<'ask' | 'adopt' | null>(null)
  const query = useQuery({
    ...read(readProposal, { planId }),
    refetchInterval: ({ state }) => (state.data?.proposal && isWorking(state.data.proposal.state) ? lookEveryMs : false),
  })
  const found = query.data
  const finding = useFinding(found?.result ?? null)
  return (
    <Page
      title={finding}
      crumbs={[
        { label: words.plans, to: paths.plans() },
        { label: found?.plan.title ?? '', to: paths.plan(planId) },
        { label: words.proposal },
      ]}
      about={found && <About read={found} />}
      actions={found && <Acts read={found} onDo={setDoing} />}
      beside={
        found?.result &&
        search.show && (
          <ProposalPeople
            read={found}
            result={found.result}
            search={search}
            onClose={() => set({ show: undefined, line: undefined, unit: undefined, why: undefined })}
          />
        )
      }
    >
      <Loaded query={query}>{(of) => <State read={of} onAsk={() => setDoing('ask')} />}</Loaded>
      {found && doing === 'ask' && <AskProposal plan={found.plan} last={found.proposal} onClose={() => setDoing(null)} />}
      {found?.proposal && doing === 'adopt' && (
        <AdoptProposal planId={planId} revision={found.proposal.revision} onClose={() => setDoing(null)} />
      )}
    </Page>
  )
}

function useFinding(result: ProposalResult | null): string {
  const words = useWords(messages)
  const format = useFormat()
  if (!result) return words.proposal
  return words.finding(format.number(result.met), format.number(result.needs), format.percent(result.gap), result.gap < 0.0005)
}

function About({ read: { plan, proposal, result } }: { read: ProposalRead }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const said = [
    plan.unit[language],
    proposal && words.asked(proposal.askedBy, format.instant(proposal.askedAt)),
    result && words.took(format.number(Math.round(result.seconds * 10) / 10)),
    result && result.byHand > 0 && words.byHand(format.number(result.byHand)),
  ]
  return <>{said.filter(Boolean).join(' · ')}</>
}

function Acts({ read: { proposal, result, may }, onDo }: { read: ProposalRead; onDo: (doing: 'ask' | 'adopt') => void }) {
  const words = useWords(messages)
  const mayNot = may.write ? null : words.mayNot
  const isBusy = proposal !== null && isWorking(proposal.state)
  if (isBusy) return null
  return (
    <>
      <Button kind={result ? 'plain' : 'primary'} why={mayNot} onClick={() => onDo('ask')}>
        {result ? words.askAgain : words.ask}
      </Button>
      {result && (
        <Button kind="primary" why={mayNot} onClick={() => onDo('adopt')}>
          {words.adopt}
        </Button>
      )}
    </>
  )
}

function State({ read: of, onAsk }: { read: ProposalRead; onAsk: () => void }) {
  const words = useWords(messages)
  const { proposal, result, plan } = of
  if (!proposal)
    return (
      <Empty
        title={words.none}
        action={
          <Button kind="primary" why={of.may.write ? null : words.mayNot} onClick={onAsk}>
            {words.ask}
          </Button>
        }
      >
        {words.askAbout}
      </Empty>
    )
  if (isWorking(proposal.state)) return <Working planId={plan.planId} proposal={proposal} mayStop={of.may.write} />
  return (
    <Stack>
      {proposal.state === 'failed' && <Notice tone="error">{words.failed}</Notice>}
      {proposal.state === 'cancelled' && <Notice tone="plain">{words.cancelled}</Notice>}
      {result && proposal.isOutdated && <Notice>{words.outdated}</Notice>}
      {result && <Notice tone="plain">{words.aid}</Notice>}
      {result && <ProposalFound read={of} result={result} />}
    </Stack>
  )
}

function Working({ planId, proposal, mayStop }: { planId: string; proposal: NonNullable<ProposalRead['proposal']>; mayStop: boolean }) {
  const words = useWords(messages)
  const stop = useCommand(cancelProposal)
  const { progress, state } = proposal
  const step = words.steps[state === 'waiting' ? 'waiting' : (progress?.step ?? 'gathering')] ?? words.proposal
  const parts = progress && progress.total > 1 ? { done: progress.done, total: progress.total } : {}
  return (
    <Card
      title={words.askAbout}
      actions={
        <Button busy={stop.busy} why={mayStop ? null : words.mayNot} onClick={() => void stop.send({ planId })}>
          {words.cancel}
        </Button>
      }
    >
      <Progress label={step} {...parts} />
    </Card>
  )
}
