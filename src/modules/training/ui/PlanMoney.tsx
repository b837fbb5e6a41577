import { costItems, isCostItem } from '#law/training-costs.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import type { PlanRead } from '#modules/training/plan.contract.ts'
import { useFormat } from '#web/format.ts'
import { Card, Stack } from '#web/kit/Card.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { Table } from '#web/kit/Table.tsx'
import { Tabs } from '#web/kit/Tabs.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'

type Row = { key: string; label: string; planned: number; spent: number }

/** Planned beside spent to the đồng, by item, budget line and kind of course. */
export function PlanMoney({ read }: { read: PlanRead }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const rowsOf = (sums: { key: string; planned: number; spent: number }[], nameOf: (key: string) => string): Row[] =>
    sums.map((sum) => ({ ...sum, label: nameOf(sum.key) }))
  const tables = [
    { key: 'item', label: words.byItem, rows: rowsOf(read.byItem, (key) => (isCostItem(key) ? costItems[key].name[language] : key)) },
    { key: 'budget', label: words.byBudgetLine, rows: rowsOf(read.byBudgetLine, (key) => key || words.noBudgetLine) },
    { key: 'kind', label: words.byKind, rows: rowsOf(read.byKind, (key) => trainingName(key)[language]) },
  ]
  return (
    <Stack>
      <Tabs
        label={words.parts}
        parameter="by"
        tabs={tables.map(({ key, label, rows }) => ({ key, label, content: () => <Sums label={label} rows={rows} read={read} /> }))}
      />
    </Stack>
  )
}

function Sums({ label, rows, read: { plan, total } }: { label: string; rows: Row[]; read: PlanRead }) {
  const words = useWords(messages)
  const format = useFormat()
  return (
    <Card flush>
      <Table
        caption={label}
        rows={rows}
        rowKey={({ key }) => key}
        empty={words.noLines}
        columns={[
          { key: 'label', header: label, names: true, cell: (row) => row.label, total: words.total },
          {
            key: 'planned',
            header: words.planned,
            align: 'right',
            cell: ({ planned }) => format.number(planned),
            total: format.number(total.planned),
          },
          {
            key: 'spent',
            header: words.spent,
            align: 'right',
            cell: ({ spent }) => format.number(spent),
            total: <NumberLink value={total.spent} to={`${paths.plan(plan.planId)}?show=spent`} />,
          },
          {
            key: 'left',
            header: words.left,
            align: 'right',
            cell: ({ planned, spent }) => format.number(planned - spent),
            total: format.number(total.planned - total.spent),
          },
        ]}
      />
    </Card>
  )
}
