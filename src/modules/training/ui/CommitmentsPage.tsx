import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { idText } from '#lib/operation.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { FindField } from '#modules/people/ui/FindField.tsx'
import { listCommitments, type CommitmentRow } from '#modules/training/commitment.contract.ts'
import { commitmentStates } from '#modules/training/commitment.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge, type Tone } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useSearch } from '#web/search.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { CommitmentBeside } from './CommitmentBeside.tsx'
import { alertNames, commitmentStateNames, messages } from './commitment-messages.ts'

const addressShape = z.object({
  q: z.string().optional(),
  unitId: idText.optional(),
  state: z.enum(commitmentStates).optional(),
  alert: z.enum(['any']).optional(),
  /** The commitment opened beside: whose and which. */
  of: z.string().optional(),
})

const tones: Record<CommitmentRow['state'], Tone> = { studying: 'plain', running: 'chosen', fulfilled: 'success', broken: 'attention' }

/** Who owes service after a study that was paid for, until when, and what would be paid back. */
export function CommitmentsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const { search, set } = useSearch(addressShape)
  const { of, ...filters } = search
  const ledger = useQuery({ ...read(listCommitments, { ...filters, day }), placeholderData: keepPreviousData })
  const data = ledger.data
  const all = useColumns((row) => set({ of: `${row.personId}~${row.id}` }))
  // What the open one tells in full leaves room for the list.
  const columns = of ? all.filter(({ key }) => ['name', 'due', 'owed', 'state'].includes(key)) : all
  const [personId, commitmentId] = of?.split('~') ?? []
  const money = (amount: number) => words.money(format.number(amount))
  return (
    <Page
      title={data ? words.title(format.number(data.states['running'] ?? 0), format.number(data.alerts)) : words.commitments}
      about={data && data.owed + data.paid > 0 && words.about(money(data.owed), money(data.paid))}
      filters={
        <FilterBar>
          <FindField label={words.find} value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
          <Combobox
            inline
            label={words.unit}
            placeholder={words.anyUnit}
            value={search.unitId ?? ''}
            onChange={(unitId) => set({ unitId: unitId || undefined })}
            search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
          />
          <SelectField
            inline
            label={words.state}
            any={words.anyState(format.number(data?.total ?? 0))}
            value={search.state ?? ''}
            options={commitmentStates.map((value) => ({
              value,
              label: words.stateCount(commitmentStateNames[value][language], format.number(data?.states[value] ?? 0)),
            }))}
            onChange={(state) => set({ state: addressShape.shape.state.parse(state || undefined) })}
          />
          <CheckField
            label={words.onlyAlerts}
            value={search.alert === 'any'}
            onChange={(only) => set({ alert: only ? 'any' : undefined })}
          />
        </FilterBar>
      }
      beside={
        personId &&
        commitmentId && (
          <CommitmentBeside
            key={of}
            personId={personId}
            commitmentId={commitmentId}
            onMoved={(id) => set({ of: `${personId}~${id}` })}
            onClose={() => set({ of: undefined })}
          />
        )
      }
    >
      <Card flush footer={data?.isCut && words.cut}>
        <Loaded query={ledger} rows={14}>
          {({ rows }) => (
            <Table
              stacks
              caption={words.commitments}
              rows={rows}
              rowKey={({ id }) => id}
              chosen={commitmentId}
              columns={columns}
              empty={words.none}
            />
          )}
        </Loaded>
      </Card>
    </Page>
  )
}

function useColumns(open: (row: CommitmentRow) => void): Column<CommitmentRow>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return [
    {
      key: 'name',
      header: words.name,
      names: true,
      cell: (row) => (
        <Button kind="quiet" onClick={() => open(row)}>
          {row.name}
        </Button>
      ),
    },
    { key: 'unit', header: words.unit, quiet: true, cell: ({ unit }) => unit?.[language] },
    {
      key: 'course',
      header: words.course,
      cell: ({ kind, sentOn }) => `${trainingName(kind)[language]}, ${words.sentOn(formatDay(sentOn))}`,
    },
    {
      key: 'served',
      header: words.served,
      align: 'right',
      cell: ({ servedMonths, committedMonths }) => words.months(format.number(servedMonths), format.number(committedMonths)),
    },
    { key: 'due', header: words.due, cell: ({ dueOn }) => (dueOn ? <DayText value={dueOn} /> : words.notYet) },
    { key: 'cost', header: words.cost, align: 'right', cell: ({ cost }) => format.number(cost) },
    { key: 'owed', header: words.owedNow, align: 'right', cell: ({ owedNow }) => format.number(owedNow) },
    {
      key: 'state',
      header: words.state,
      cell: ({ state, alert, repayment }) => (
        <>
          <Badge tone={tones[state]}>{commitmentStateNames[state][language]}</Badge>{' '}
          {repayment ? (
            <Badge tone="quiet">{words.status[repayment.status]}</Badge>
          ) : (
            alert && <Badge tone="attention">{alertNames[alert][language]}</Badge>
          )}
        </>
      ),
    },
  ]
}
