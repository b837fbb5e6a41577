import type { PlanRead } from '#modules/training/plan.contract.ts'
import { Card } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'

/** Target beside done: seats, people sent, courses completed. */
export function PlanDone({ read: { plan, total } }: { read: PlanRead }) {
  const words = useWords(messages)
  const behind = (show: string) => `${paths.plan(plan.planId)}?show=${show}`
  return (
    <Card title={words.done} flush>
      <BarList
        label={words.done}
        bars={[
          { key: 'seats', label: words.seats, value: total.seats, series: 4, to: behind('seats') },
          { key: 'sent', label: words.sent, value: total.sent, to: behind('sent') },
          { key: 'completed', label: words.completed, value: total.completed, series: 1, to: behind('completed') },
        ]}
      />
    </Card>
  )
}
