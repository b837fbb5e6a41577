import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { listPlans, type PlanRow } from '#modules/training/plan.contract.ts'
import { planStatuses } from '#modules/training/plan.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'
import { statusTones, statusWords } from './plan-words.ts'

const NewPlan = lazyPart(() => import('./PlanHeadForms.tsx').then((module) => module.NewPlan))

const address = z.object({ year: z.coerce.number().int().optional(), status: z.enum(planStatuses).optional() })

export function PlansPage() {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const { language } = useLanguage()
  const { search, set } = useSearch(address)
  const [creating, setCreating] = useState(false)
  const columns = useColumns()
  const list = useQuery({ ...read(listPlans, search), placeholderData: keepPreviousData })
  const plans = list.data?.plans
  const sum = (of: (plan: PlanRow) => number) => format.number((plans ?? []).reduce((total, plan) => total + of(plan), 0))
  return (
    <Page
      title={
        plans && plans.length > 0
          ? words.plansTitle(
              format.number(plans.length),
              sum(({ seats }) => seats),
              sum(({ planned }) => planned),
            )
          : words.plans
      }
      filters={
        <FilterBar>
          <SelectField
            inline
            label={words.year}
            any={words.anyYear}
            value={search.year === undefined ? '' : String(search.year)}
            options={(list.data?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))}
            onChange={(year) => set({ year: year ? Number(year) : undefined })}
          />
          <SelectField
            inline
            label={words.status}
            any={words.anyStatus}
            value={search.status ?? ''}
            options={planStatuses.map((value) => ({ value, label: statusWords[value][language] }))}
            onChange={(status) => set({ status: planStatuses.find((one) => one === status) })}
          />
        </FilterBar>
      }
      actions={
        may('training.plan.write') && (
          <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        )
      }
    >
      <Card flush>
        <Loaded query={list} rows={8}>
          {(found) => (
            <Table
              stacks
              caption={words.plans}
              rows={found.plans}
              rowKey={({ planId }) => planId}
              columns={columns}
              empty={words.noPlans}
            />
          )}
        </Loaded>
      </Card>
      {creating && <NewPlan onClose={() => setCreating(false)} />}
    </Page>
  )
}

function useColumns(): Column<PlanRow>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const behind = (planId: string, show: string) => `${paths.plan(planId)}?show=${show}`
  return [
    { key: 'name', header: words.name, names: true, cell: ({ planId, title }) => <Link to={paths.plan(planId)}>{title}</Link> },
    { key: 'unit', header: words.unit, cell: ({ unit }) => unit[language] },
    { key: 'year', header: words.year, align: 'right', cell: ({ year }) => String(year) },
    {
      key: 'status',
      header: words.status,
      cell: ({ status }) => <Badge tone={statusTones[status]}>{statusWords[status][language]}</Badge>,
    },
    { key: 'lines', header: words.lines, align: 'right', cell: ({ lines }) => format.number(lines) },
    { key: 'seats', header: words.seats, align: 'right', cell: ({ seats }) => format.number(seats) },
    {
      key: 'sent',
      header: words.sent,
      align: 'right',
      cell: ({ planId, sent }) => <NumberLink value={sent} to={behind(planId, 'sent')} />,
    },
    { key: 'planned', header: words.planned, align: 'right', cell: ({ planned }) => format.number(planned) },
    {
      key: 'spent',
      header: words.spent,
      align: 'right',
      cell: ({ planId, spent }) => <NumberLink value={spent} to={behind(planId, 'spent')} />,
    },
  ]
}
