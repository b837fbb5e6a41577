import { figureNamed } from '#modules/statistics/figure.ts'
import { classOfLine, review as report } from '#modules/statistics/figures/review.ts'
import { Card, Row } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { LegendList, type Series } from '#web/kit/charts/Chart.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { Review } from '../review.contract.ts'
import { messages } from './messages.ts'
import type { Figures } from './ReviewBody.tsx'
import { useKeptBack } from './use-kept-back.ts'
import { useFigureAddress } from './use-review.ts'

/** The eight kinds as bars, longest first; what is not among them is told below. */
export function SentCard({ review, figures, chosen }: { review: Review; figures: Figures; chosen: string | undefined }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const addressOf = useFigureAddress()
  const keptBack = useKeptBack()
  const bars = review.figures
    .map((answer) => ({ answer, series: seriesOf(answer.figure) }))
    .filter(({ series }) => series !== null)
    .map(({ answer, series }) => ({
      key: answer.figure,
      label: answer.label[language],
      value: answer.value ?? 0,
      text: keptBack(answer),
      series: series ?? 0,
      to: addressOf(answer.figure),
      unit: words.times,
    }))
    .sort((one, other) => other.value - one.value)
  const total = figures('sent.total')?.value ?? 0
  const legend = [
    { series: 0 as const, label: words.degreeTraining },
    { series: 1 as const, label: words.furtherTraining },
  ]
  const about = (
    <Row>
      <span>
        {words.sentAbout}{' '}
        <NumberLink
          value={keptBack(figures('sent.people')) ?? figures('sent.people')?.value ?? 0}
          unit={figures('sent.people')?.keptBack ? '' : words.people}
          to={addressOf('sent.people')}
        />{' '}
        {words.different}
      </span>
      <LegendList legend={legend} />
    </Row>
  )
  return (
    <Card flush title={words.sent} about={about} footer={<Besides names={['sent.other', 'sent.left']} figures={figures} />}>
      <BarList
        label={words.sent}
        bars={bars}
        total={total}
        totalText={keptBack(figures('sent.total'))}
        totalTo={addressOf('sent.total')}
        chosen={chosen}
      />
    </Card>
  )
}

/** Nothing that the period holds vanishes: what the table leaves out is said, with its list. */
function Besides({ names, figures }: { names: string[]; figures: Figures }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const addressOf = useFigureAddress()
  const keptBack = useKeptBack()
  const told = names.flatMap((name) => figures(name) ?? []).filter(({ value, keptBack: why }) => why !== undefined || (value ?? 0) > 0)
  if (told.length === 0) return null
  return (
    <span>
      {words.besides}{' '}
      {told.map((answer, index) => (
        <span key={answer.figure}>
          {index > 0 && ' · '}
          {answer.label[language]}:{' '}
          <NumberLink
            value={keptBack(answer) ?? answer.value ?? 0}
            unit={answer.keptBack ? '' : words.times}
            to={addressOf(answer.figure)}
          />
        </span>
      ))}
    </span>
  )
}

function seriesOf(name: string): Series | null {
  const figure = figureNamed(report, name)
  const of = figure ? classOfLine(figure) : null
  return of === null ? null : of === 'degree' ? 0 : 1
}
