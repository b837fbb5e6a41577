import { type CostItemCode, costItems, isCostItem } from '#law/training-costs.ts'
import { plannedOf } from '#modules/training/plan-line.ts'
import { useFormat } from '#web/format.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { FieldRows } from '#web/kit/FieldRows.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { Row } from '#web/kit/Card.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'
import { useLineSeats } from './use-line-seats.ts'

export type CostDraft = { item: string; per: 'seat' | 'line'; amount: number | null }

/** What the course costs, item by item of the circular, with the sum as it is typed. */
export function LineCosts({ costs, onChange }: { costs: CostDraft[]; onChange: (costs: CostDraft[]) => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const count = useLineSeats()
  const set = (at: number, change: Partial<CostDraft>) =>
    onChange(costs.map((cost, index) => (index === at ? { ...cost, ...change } : cost)))
  const free = (Object.keys(costItems) as CostItemCode[]).filter((item) => !costs.some((cost) => cost.item === item))
  const sum = plannedOf(
    costs.map((cost) => ({ ...cost, amount: Number.isNaN(cost.amount) ? 0 : (cost.amount ?? 0) })),
    count,
  )
  return (
    <FieldRows label={words.costs} hint={words.costsAbout}>
      {costs.map((cost, at) => (
        <Row key={cost.item}>
          <SelectField
            inline
            label={words.item}
            value={cost.item}
            options={[...(isCostItem(cost.item) ? [cost.item] : []), ...free].map((value) => ({
              value,
              label: costItems[value].name[language],
            }))}
            onChange={(item) => isCostItem(item) && set(at, { item, per: costItems[item].per })}
          />
          <SelectField
            inline
            label={words.per}
            value={cost.per}
            options={(['seat', 'line'] as const).map((value) => ({ value, label: words.perOf[value] }))}
            onChange={(per) => set(at, { per: per === 'seat' ? 'seat' : 'line' })}
          />
          <NumberField inline label={words.amount} value={cost.amount} onChange={(amount) => set(at, { amount })} />
          <IconButton
            icon="close"
            label={`${words.remove}: ${isCostItem(cost.item) ? costItems[cost.item].name[language] : ''}`}
            onClick={() => onChange(costs.filter((_, index) => index !== at))}
          />
        </Row>
      ))}
      <Row>
        <Button
          icon="plus"
          onClick={() => {
            const [item] = free
            if (item) onChange([...costs, { item, per: costItems[item].per, amount: null }])
          }}
        >
          {words.addCost}
        </Button>
        {words.lineSum(format.number(sum))}
      </Row>
    </FieldRows>
  )
}
