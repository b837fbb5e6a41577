import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { exportPlan, readPlan, type PlanRead } from '#modules/training/plan.contract.ts'
import { editObjections } from '#modules/training/plan.ts'
import { addressOf, read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Columns, Stack } from '#web/kit/Card.tsx'
import { DecisionLink } from '#web/kit/DomainLinks.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'
import { planAddress } from './plan-address.ts'
import { PlanBeside } from './PlanBeside.tsx'
import { PlanDone } from './PlanDone.tsx'
import { PlanLines, type LineAct } from './PlanLines.tsx'
import { PlanMoney } from './PlanMoney.tsx'
import { PlanMoves } from './PlanMoves.tsx'
import { statusTones, statusWords } from './plan-words.ts'

const PlanDialogs = lazyPart(() => import('./PlanDialogs.tsx').then((module) => module.PlanDialogs))

export type Doing = LineAct | { act: 'edit' | 'copy' | 'add' | 'needs' | 'print' }

/** A plan with its lines: what was planned beside what came of it. */
export function PlanPage() {
  const words = useWords(messages)
  const format = useFormat()
  const queries = useQueryClient()
  const { planId = '' } = useParams()
  const { search, set } = useSearch(planAddress)
  const [doing, setDoing] = useState<Doing | null>(null)
  const plan = useQuery({ ...read(readPlan, { planId }), placeholderData: keepPreviousData })
  const found = plan.data
  const why = useWhyFrozen(found)
  // After a refusal the plan is read again behind the form; what was typed stays.
  const readAgain = () => void queries.invalidateQueries({ queryKey: [readPlan.id] })
  return (
    <Page
      title={found ? titleOf(found) : words.plans}
      crumbs={[{ label: words.plans, to: paths.plans() }, { label: found?.plan.title ?? '' }]}
      about={found && <About plan={found.plan} />}
      actions={found && <Acts read={found} why={why} onDo={setDoing} onRefused={readAgain} />}
      beside={
        found &&
        search.show && (
          <PlanBeside read={found} show={search.show} lineId={search.line} onClose={() => set({ show: undefined, line: undefined })} />
        )
      }
    >
      <Loaded query={plan}>
        {(of) => (
          <Stack>
            <Standing read={of} />
            <PlanLines read={of} why={why} isNarrow={search.show !== undefined} onAct={setDoing} />
            <Columns least={360}>
              <PlanDone read={of} />
              <PlanMoney read={of} />
            </Columns>
          </Stack>
        )}
      </Loaded>
      {found && doing && <PlanDialogs read={found} doing={doing} onClose={() => setDoing(null)} onRefused={readAgain} />}
    </Page>
  )

  function titleOf({ lines, total }: PlanRead): string {
    return words.title(format.number(lines.length), format.number(total.seats), format.number(total.planned), format.number(total.spent))
  }
}

/** Why the plan's lines may not be changed now; null when they may. */
function useWhyFrozen(read: PlanRead | undefined): string | null {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  if (!read) return null
  if (!read.may.write) return words.mayNotWrite
  const [objection] = editObjections(read.plan)
  return objection ? refusalText(objection) : null
}

function About({ plan }: { plan: PlanRead['plan'] }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return (
    <>
      {plan.title} · {plan.unit[language]} · <Badge tone={statusTones[plan.status]}>{statusWords[plan.status][language]}</Badge>
      {plan.paper && (
        <>
          {' '}
          {words.approvedBy} <DecisionLink decision={{ id: plan.paper.id, number: plan.paper.code, issuedOn: plan.paper.issuedOn }} />
        </>
      )}
      {' · '}
      {words.changed(plan.changedBy, format.instant(plan.changedAt))}
    </>
  )
}

function Acts({
  read: of,
  why,
  onDo,
  onRefused,
}: {
  read: PlanRead
  why: string | null
  onDo: (doing: Doing) => void
  onRefused: () => void
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { planId } = of.plan
  return (
    <>
      <PlanMoves read={of} onRefused={onRefused} />
      <Menu
        items={[
          { label: words.proposal, to: paths.proposal(planId) },
          { label: words.edit, why, onSelect: () => onDo({ act: 'edit' }) },
          { label: words.copy, why: of.may.write ? null : words.mayNotWrite, onSelect: () => onDo({ act: 'copy' }) },
          { label: words.print, onSelect: () => onDo({ act: 'print' }) },
          { label: words.excel, onSelect: () => window.location.assign(addressOf(exportPlan, { planId, language })) },
        ]}
      >
        <Button icon="more">{words.more}</Button>
      </Menu>
      <Button why={why} onClick={() => onDo({ act: 'needs' })}>
        {words.fromNeeds}
      </Button>
      <Button kind="primary" icon="plus" why={why} onClick={() => onDo({ act: 'add' })}>
        {words.addLine}
      </Button>
    </>
  )
}

/** What the reader of the plan must know first. */
function Standing({ read: { plan, total } }: { read: PlanRead }) {
  const words = useWords(messages)
  const format = useFormat()
  const over = plan.budget === null ? 0 : total.planned - plan.budget
  return (
    <>
      {plan.status === 'returned' && plan.returnedWhy && <Notice>{words.returned(plan.returnedWhy)}</Notice>}
      {plan.status === 'draft' && plan.paper && <Notice>{words.adjusting(plan.returnedWhy ?? '')}</Notice>}
      {over > 0 && <Notice>{words.over(format.number(over))}</Notice>}
    </>
  )
}
