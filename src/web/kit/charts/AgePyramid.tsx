import { scaleLinear } from 'd3-scale'
import { useFormat } from '#web/format.ts'
import { Chart } from '#web/kit/charts/Chart.tsx'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

/** Ages from–to, both inside; `to` null is "and over", `from` 0 is "and under". */
export type AgeBand = { from: number; to: number | null; men: number; women: number }

/** Men left, women right, oldest on top; a dashed line where each sex reaches retirement (62.25 is 62 years and 3 months). */
export function AgePyramid({
  title,
  about,
  bands,
  retirement,
  linkOf,
  footer,
}: {
  title: string
  about?: React.ReactNode
  bands: readonly AgeBand[]
  retirement?: { men: number; women: number }
  linkOf?: (sex: 'men' | 'women', band: AgeBand) => string
  footer?: React.ReactNode
}) {
  const words = useWords(messages)
  const format = useFormat()
  const oldestFirst = [...bands].sort((one, other) => other.from - one.from)
  const most = Math.max(1, ...bands.flatMap(({ men, women }) => [men, women]))
  const share = scaleLinear([0, most], [0, 82])
  const sum = { men: bands.reduce((all, { men }) => all + men, 0), women: bands.reduce((all, { women }) => all + women, 0) }
  return (
    <Chart title={title} about={about} footer={footer} twin={<PyramidTable label={title} bands={oldestFirst} />}>
      <div className="kc-pyramid-head">
        <span>
          {words.men} {format.number(sum.men)}
        </span>
        <span>{words.age}</span>
        <span>
          {words.women} {format.number(sum.women)}
        </span>
      </div>
      <div className="kc-pyramid">
        {oldestFirst.map((band) => (
          <Band key={band.from} band={band} width={share} linkOf={linkOf} />
        ))}
        {retirement &&
          (['men', 'women'] as const).map((sex) => (
            <div
              key={sex}
              className="kc-pyramid-line"
              title={`${words.retirement}: ${format.number(retirement[sex])}`}
              style={{
                top: topOfAge(retirement[sex], oldestFirst),
                ...(sex === 'men' ? { left: 0, right: 'calc(50% + 32px)' } : { right: 0, left: 'calc(50% + 32px)' }),
              }}
            />
          ))}
      </div>
      {retirement && (
        <p className="kc-chart-note">
          – – {words.retirement}: {words.men} {ageInWords(retirement.men, words)}, {words.women} {ageInWords(retirement.women, words)}
        </p>
      )}
    </Chart>
  )
}

function Band({
  band,
  width,
  linkOf,
}: {
  band: AgeBand
  width: (value: number) => number
  linkOf: ((sex: 'men' | 'women', band: AgeBand) => string) | undefined
}) {
  const words = useWords(messages)
  const format = useFormat()
  const mark = (sex: 'men' | 'women') => {
    const style = { width: `${width(band[sex])}%` }
    const className = `kc-mark kc-mark-${sex === 'men' ? 0 : 1}`
    if (band[sex] === 0) return null
    if (!linkOf) return <span className={`kc-pyramid-bar ${className}`} style={style} />
    return (
      <Link to={linkOf(sex, band)} kind="quiet" style={style} aria-label={`${bandText(band)}, ${words[sex]}: ${format.number(band[sex])}`}>
        <span className={`kc-pyramid-bar ${className}`} />
      </Link>
    )
  }
  return (
    <>
      <div className="kc-pyramid-men">
        <small aria-hidden="true">{format.number(band.men)}</small>
        {mark('men')}
      </div>
      <div className="kc-pyramid-age">{bandText(band)}</div>
      <div className="kc-pyramid-women">
        {mark('women')}
        <small aria-hidden="true">{format.number(band.women)}</small>
      </div>
    </>
  )
}

function PyramidTable({ label, bands }: { label: string; bands: readonly AgeBand[] }) {
  const words = useWords(messages)
  const format = useFormat()
  return (
    <Table
      caption={label}
      rows={bands}
      rowKey={({ from }) => String(from)}
      columns={[
        { key: 'age', header: words.age, names: true, cell: bandText },
        { key: 'men', header: words.men, align: 'right', cell: ({ men }) => format.number(men) },
        { key: 'women', header: words.women, align: 'right', cell: ({ women }) => format.number(women) },
      ]}
    />
  )
}

function bandText({ from, to }: AgeBand): string {
  if (to === null) return `≥${from}`
  return from === 0 ? `≤${to}` : `${from}–${to}`
}

function ageInWords(age: number, words: typeof messages.vi): string {
  return words.ageOf(Math.floor(age), Math.round((age % 1) * 12))
}

/** How far down the line lies: rows are 24 high and 2 apart; within a band by the share of its years. */
function topOfAge(age: number, oldestFirst: readonly AgeBand[]): number {
  const rowStep = 26
  const at = oldestFirst.findIndex(({ from }) => age >= from)
  if (at < 0) return oldestFirst.length * rowStep
  const band = oldestFirst[at]
  if (!band || band.to === null) return (at + 1) * rowStep - 2
  return at * rowStep + rowStep * (1 - (age - band.from) / (band.to + 1 - band.from))
}
