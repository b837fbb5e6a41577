import { useDay } from '#web/day.ts'
import { formatDay } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Row } from '#web/kit/Card.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { Review } from '../review.contract.ts'
import { messages } from './messages.ts'

/** What, when, known when; on paper, too. A review read on its last day although the header says today tells so. */
export function Provenance({ review, readAtToday }: { review: Review; readAtToday: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { today, isToday } = useDay()
  const { on, to, knownOn } = review.days
  const isLastDay = isToday && on === to && on < today
  return (
    <Row>
      <span data-own-day="">
        {words.readOn(review.unit[language], formatDay(on))} {isLastDay && <Badge tone="attention">{words.lastDayOfPeriod}</Badge>} ·{' '}
        {knownOn === null ? words.asKnownNow : words.asKnownOn(formatDay(knownOn))}
      </span>
      {isLastDay && (
        <Button kind="quiet" onClick={readAtToday}>
          {words.readToday}
        </Button>
      )}
    </Row>
  )
}
