import { Card, Columns } from '#web/kit/Card.tsx'
import { Stat } from '#web/kit/Stat.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import type { Figures } from './ReviewBody.tsx'
import { useFigureAddress } from './use-review.ts'

export function SecondedCard({ figures }: { figures: Figures }) {
  const words = useWords(messages)
  const addressOf = useFigureAddress()
  const elsewhere = figures('seconded.elsewhere')?.value ?? 0
  return (
    <Card title={words.seconded} about={words.secondedAbout}>
      <Columns least={130}>
        <Stat value={figures('seconded')?.value ?? 0} label={words.secondedTo} to={addressOf('seconded')} />
        {elsewhere > 0 && <Stat value={elsewhere} label={words.secondedElsewhere} to={addressOf('seconded.elsewhere')} />}
      </Columns>
    </Card>
  )
}
