import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import { exportFulfilment } from '#modules/statistics/done-export.contract.ts'
import { readFulfilment } from '#modules/statistics/fulfilment.contract.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { addressOf, read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { DownloadLink, Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { Tabs } from '#web/kit/Tabs.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './done-messages.ts'
import { messages as form } from './form-messages.ts'
import { YearField } from './YearField.tsx'

type Fulfilment = ReplyOf<typeof readFulfilment>
type Line = Fulfilment['lines'][number]
type Kind = Fulfilment['kinds'][number]

const searchShape = z.object({ year: z.coerce.number().int().min(1990).max(2100).optional(), kind: z.string().max(40).optional() })

/** The year's plans beside what became of them, and what each kind of course came to. */
export function FulfilmentPage() {
  const words = useWords(messages)
  const common = useWords(form)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const { search, set } = useSearch(searchShape)
  const year = search.year ?? Number(day.slice(0, 4))
  const done = useQuery(read(readFulfilment, { year }))
  const total = done.data?.total
  const title =
    total && total.seats > 0
      ? words.doneTitle(
          String(year),
          format.number(total.sent),
          format.number(total.seats),
          format.number(total.spent),
          format.number(total.planned),
        )
      : words.done
  return (
    <Page
      title={title}
      crumbs={[{ label: common.figures }, { label: common.forms, to: paths.forms() }, { label: words.done }]}
      filters={
        <FilterBar
          chips={
            search.kind === undefined
              ? []
              : [{ label: words.ofKind(kindName(search.kind, language)), onRemove: () => set({ kind: undefined }) }]
          }
        >
          <YearField value={year} onChange={(chosen) => set({ year: chosen, kind: undefined })} />
        </FilterBar>
      }
      actions={
        <DownloadLink kind="button" href={addressOf(exportFulfilment, { year, language })}>
          {words.exportExcel}
        </DownloadLink>
      }
    >
      <Loaded query={done} rows={8}>
        {({ lines: all, kinds }) => {
          const lines = all.filter(({ kind }) => search.kind === undefined || kind === search.kind)
          return (
            <Tabs
              label={words.done}
              tabs={[
                { key: 'lines', label: words.byLine, count: lines.length, content: () => <Lines lines={lines} /> },
                { key: 'cost', label: words.byKind, count: kinds.length, content: () => <Kinds kinds={kinds} year={year} /> },
              ]}
            />
          )
        }}
      </Loaded>
    </Page>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const to = ({ planId, lineId }: Line, show: string) => `${paths.plan(planId)}?show=${show}&line=${lineId}`
  const columns: Column<Line>[] = [
    { key: 'line', header: words.line, names: true, cell: (line) => <Link to={to(line, 'seats')}>{line.title}</Link> },
    { key: 'kind', header: words.kind, quiet: true, cell: ({ kind }) => kindName(kind, language) },
    { key: 'unit', header: words.unit, quiet: true, cell: ({ unit }) => unit[language] },
    {
      key: 'seats',
      header: words.seats,
      align: 'right',
      cell: (line) => <NumberLink value={line.seats} to={line.seats > 0 ? to(line, 'seats') : undefined} />,
    },
    {
      key: 'sent',
      header: words.sent,
      align: 'right',
      cell: (line) => <NumberLink value={line.sent} to={line.sent > 0 ? to(line, 'sent') : undefined} />,
    },
    {
      key: 'completed',
      header: words.completed,
      align: 'right',
      cell: (line) => <NumberLink value={line.completed} to={line.completed > 0 ? to(line, 'completed') : undefined} />,
    },
    {
      key: 'planned',
      header: words.planned,
      align: 'right',
      cell: ({ planId, planned }) => <NumberLink value={planned} to={planned > 0 ? paths.plan(planId) : undefined} />,
    },
    {
      key: 'spent',
      header: words.spent,
      align: 'right',
      cell: (line) => <NumberLink value={line.spent} to={line.spent > 0 ? to(line, 'spent') : undefined} />,
    },
  ]
  return (
    <Card flush>
      <Table caption={words.byLine} columns={columns} rows={lines} rowKey={({ lineId }) => lineId} empty={words.noPlan} stacks />
    </Card>
  )
}

/** Every number opens the lines of its kind, and from there its people and vouchers. */
function Kinds({ kinds, year }: { kinds: readonly Kind[]; year: number }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const number = (key: 'seats' | 'sent' | 'completed' | 'planned' | 'spent'): Column<Kind> => ({
    key,
    header: words[key],
    align: 'right',
    cell: (one) => <NumberLink value={one[key]} to={one[key] > 0 ? `${paths.form('plan')}?year=${year}&kind=${one.kind}` : undefined} />,
  })
  const columns: Column<Kind>[] = [
    { key: 'kind', header: words.kind, names: true, cell: ({ kind }) => kindName(kind, language) },
    number('seats'),
    number('sent'),
    number('completed'),
    number('planned'),
    number('spent'),
    { key: 'each', header: words.each, align: 'right', cell: ({ each }) => (each === null ? '–' : format.number(each)) },
  ]
  return (
    <Card flush>
      <Table caption={words.byKind} columns={columns} rows={kinds} rowKey={({ kind }) => kind} empty={words.noPlan} stacks />
    </Card>
  )
}

function kindName(kind: string, language: 'vi' | 'en'): string {
  return isTrainingKind(kind) ? trainingKinds[kind].name[language] : kind
}
