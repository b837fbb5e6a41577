import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trainingName } from '#modules/people/fact-words.ts'
import { proposedPeople, type ProposalRead, type ProposalResult, type ProposedPerson } from '#modules/training/proposal.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { conditionWords } from './condition-messages.ts'
import type { ProposalAddress } from './proposal-address.ts'
import { messages } from './proposal-messages.ts'

const MoveProposed = lazyPart(() => import('./MoveProposed.tsx').then((module) => module.MoveProposed))
const step = 100
const most = 500

type Beside = { read: ProposalRead; result: ProposalResult; search: ProposalAddress; onClose: () => void }

/** Who is in or out, each with the reason; an officer moves them from here. */
export function ProposalPeople({ read: of, result, search, onClose }: Beside) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const [limit, setLimit] = useState(step)
  const [moving, setMoving] = useState<ProposedPerson | null>(null)
  const which = search.show ?? 'in'
  const { planId } = of.plan
  const asked = { planId, which, lineId: search.line, kind: search.kind, unitId: search.unit, why: search.why, limit }
  const list = useQuery({ ...read(proposedPeople, asked), placeholderData: keepPreviousData })
  const total = format.number(list.data?.total ?? 0)
  const lineTitle = (id: string | null) => result.lines.find(({ lineId }) => lineId === id)?.title
  const about = search.why
    ? words.why[search.why]
    : (lineTitle(search.line ?? null) ?? (search.kind && trainingName(search.kind)[language]))
  return (
    <SideList title={which === 'in' ? words.inTitle(total) : words.outTitle(total)} about={about} onClose={onClose}>
      <Loaded query={list}>
        {({ people, next }) => (
          <>
            <Table
              caption={words.reason}
              rows={people}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'name',
                  header: words.person,
                  names: true,
                  cell: (row) => <Person row={row} why={of.may.write ? null : words.mayNot} onMove={() => setMoving(row)} />,
                },
                { key: 'why', header: words.reason, cell: (row) => <Why row={row} lineTitle={lineTitle} /> },
              ]}
            />
            {next && limit < most && <Button onClick={() => setLimit(limit + step)}>{words.showMore}</Button>}
          </>
        )}
      </Loaded>
      {moving && <MoveProposed planId={planId} person={moving} onClose={() => setMoving(null)} />}
    </SideList>
  )
}

function Person({ row: { personId, name, title, unit }, why, onMove }: { row: ProposedPerson; why: string | null; onMove: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <>
      <PersonLink id={personId} name={name} />
      <br />
      <small>{[title, unit[language]].filter(Boolean).join(' · ')}</small>
      <br />
      <Button kind="quiet" why={why} onClick={onMove} aria-label={words.moveTitle(name)}>
        {words.move}
      </Button>
    </>
  )
}

function Why({ row, lineTitle }: { row: ProposedPerson; lineTitle: (id: string | null) => string | undefined }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const met = row.lineId !== null
  const lines = [
    !met && row.why && words.why[row.why],
    row.why !== 'no-class' && words.standing(format.number(row.place), format.number(row.of), format.number(row.worth)),
    row.before && words.before(row.before.name, format.number(row.before.worth)),
    ...row.conditions.map(({ code, document, article }) =>
      [conditionWords[language][code].name, article, document].filter(Boolean).join(', '),
    ),
    row.byHand && words.moved,
  ].filter((one): one is string => Boolean(one))
  return (
    <>
      {met ? lineTitle(row.lineId) : trainingName(row.kind)[language]}
      {lines.map((line) => (
        <div key={line}>
          <small>{line}</small>
        </div>
      ))}
    </>
  )
}
