import './charts.css'
import { useState, type ReactNode } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type Legend = readonly { series: Series; label: string }[]

/** One of five looks; the first two for what is compared most. */
export type Series = 0 | 1 | 2 | 3 | 4

/** A picture in a card: its finding as the title, the table behind it one press away, its source below. */
export function Chart({
  title,
  about,
  legend,
  footer,
  twin,
  children,
}: {
  title: string
  about?: ReactNode
  legend?: Legend
  footer?: ReactNode
  twin?: ReactNode
  children: ReactNode
}) {
  const words = useWords(messages)
  const [asTable, setAsTable] = useState(false)
  const toggle = twin !== undefined && (
    <Button kind="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      {asTable ? words.asPicture : words.asTable}
    </Button>
  )
  return (
    <Card title={title} about={about} actions={toggle} footer={footer}>
      {legend && legend.length > 1 && !asTable && <LegendList legend={legend} />}
      <div className="kc-chart">{asTable ? twin : children}</div>
    </Card>
  )
}

export function LegendList({ legend }: { legend: Legend }) {
  return (
    <ul className="kc-legend">
      {legend.map(({ series, label }) => (
        <li key={series}>
          <i className={`kc-mark kc-mark-${series}`} />
          {label}
        </li>
      ))}
    </ul>
  )
}
