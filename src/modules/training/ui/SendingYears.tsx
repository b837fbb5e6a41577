import { Card } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** Sendings year by year. */
export function SendingYears({ years }: { years: readonly { year: number; count: number }[] }) {
  const words = useWords(messages)
  const totals = new Map<number, number>()
  for (const { year, count } of years) totals.set(year, (totals.get(year) ?? 0) + count)
  return (
    <Card title={words.byYear} flush>
      <BarList label={words.byYear} bars={[...totals].map(([year, value]) => ({ key: String(year), label: String(year), value, series: 1 as const }))} />
    </Card>
  )
}
