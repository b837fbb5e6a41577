import { formatDay, useFormat } from '#web/format.ts'
import { Card, Columns } from '#web/kit/Card.tsx'
import { NumberLink, Stat } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { Review } from '../review.contract.ts'
import { messages } from './messages.ts'
import type { Figures } from './ReviewBody.tsx'
import { UnitField } from './ReviewFilters.tsx'
import { useKeptBack } from './use-kept-back.ts'
import { useFigureAddress } from './use-review.ts'

/** How qualified those are who serve full-time in one commune, on the day. */
export function StandingCard({
  review,
  figures,
  onCommune,
}: {
  review: Review
  figures: Figures
  onCommune: (unitId: string | undefined) => void
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { commune, days } = review
  const choice = (
    <UnitField
      label={words.commune}
      value={commune?.unitId ?? ''}
      known={commune}
      on={days.on}
      onChange={(unitId) => onCommune(unitId === '' ? undefined : unitId)}
    />
  )
  if (!commune) return <Card title={words.standing} about={words.standingAbout} actions={choice} />
  return (
    <Card title={commune[language]} about={<Serving review={review} figures={figures} />} actions={choice}>
      <Columns least={100}>
        <Share name="degree" figures={figures} label={words.degree} />
        <Share name="theory" figures={figures} label={words.theory} />
        <Share name="field_match" figures={figures} label={words.field} />
      </Columns>
    </Card>
  )
}

function Serving({ review, figures }: { review: Review; figures: Figures }) {
  const words = useWords(messages)
  const addressOf = useFigureAddress()
  if (figures('standing.degree')?.keptBack) return <>{words.protected}</>
  const serving = figures('standing.degree')?.parts['judged'] ?? 0
  const day = formatDay(review.days.on)
  if (serving === 0) return <>{words.standingNobody(day)}</>
  return (
    <>
      {words.standingOf(day)} <NumberLink value={serving} unit={words.people} to={addressOf('standing.degree')} />
    </>
  )
}

/** Of nobody there is no share: a dash. */
function Share({ name, figures, label }: { name: string; figures: Figures; label: string }) {
  const words = useWords(messages)
  const format = useFormat()
  const addressOf = useFigureAddress()
  const keptBack = useKeptBack()
  const answer = figures(`standing.${name}`)
  if (!answer || answer.value === null) return <Stat value={keptBack(answer) ?? '–'} label={label} />
  const { meeting = 0, studying = 0, unmapped = 0 } = answer.parts
  return (
    <Stat
      value={format.percent(answer.value / 100)}
      to={addressOf(answer.figure)}
      label={
        <>
          {label}
          {studying > 0 && (
            <>
              <br />
              {words.doneAndStudying(format.number(meeting - studying), format.number(studying))}
            </>
          )}
          {unmapped > 0 && (
            <>
              <br />
              {words.unmapped(format.number(unmapped))}
            </>
          )}
        </>
      }
    />
  )
}
