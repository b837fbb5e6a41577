import { useFormat } from '#web/format.ts'
import { MonthBars } from '#web/kit/charts/MonthBars.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** Sendings month by month; a year opens its sendings. */
export function SendingMonths({ months }: { months: readonly { month: string; count: number }[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const total = months.reduce((sum, { count }) => sum + count, 0)
  return (
    <MonthBars
      title={`${words.byYear} · ${format.number(total)}`}
      unit={words.times}
      bars={months.map(({ month, count }) => ({ month, value: count }))}
      linkOf={(from, to) => `${paths.sendings()}?from=${from}&to=${to}`}
    />
  )
}
