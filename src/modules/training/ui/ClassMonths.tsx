import { useFormat } from '#web/format.ts'
import { MonthBars } from '#web/kit/charts/MonthBars.tsx'
import { useWords } from '#web/words.ts'
import { paths } from '#web/paths.ts'
import { messages } from './messages.ts'

/** Trainees month by month of the opening; a month opens its classes. */
export function ClassMonths({ months }: { months: readonly { month: string; classes: number; learners: number }[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const total = months.reduce((sum, { learners }) => sum + learners, 0)
  return (
    <MonthBars
      title={`${words.byMonth} · ${format.number(total)}`}
      unit={words.learners.toLowerCase()}
      bars={months.map(({ month, learners }) => ({ month, value: learners }))}
      linkOf={(from, to) => `${paths.classes()}?from=${from}&to=${to}`}
    />
  )
}
