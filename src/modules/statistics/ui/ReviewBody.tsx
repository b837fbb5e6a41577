import type { FigureAnswer, Review } from '../review.contract.ts'
import { Columns, Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useWords } from '#web/words.ts'
import { ClassesCard } from './ClassesCard.tsx'
import { SecondedCard } from './SecondedCard.tsx'
import { SentCard } from './SentCard.tsx'
import { messages } from './messages.ts'
import { StandingCard } from './StandingCard.tsx'

export type Figures = (name: string) => FigureAnswer | undefined

export function ReviewBody({
  review,
  chosen,
  onCommune,
}: {
  review: Review
  chosen: string | undefined
  onCommune: (unitId: string | undefined) => void
}) {
  const words = useWords(messages)
  const all = [...review.figures, ...review.asides]
  const figures: Figures = (name) => all.find(({ figure }) => figure === name)
  return (
    <Stack>
      {review.isProtected && <Notice tone="plain">{words.protected}</Notice>}
      <SentCard review={review} figures={figures} chosen={chosen} />
      <Columns least={320}>
        <ClassesCard figures={figures} />
        <Stack>
          <StandingCard review={review} figures={figures} onCommune={onCommune} />
          <SecondedCard figures={figures} />
        </Stack>
      </Columns>
    </Stack>
  )
}
