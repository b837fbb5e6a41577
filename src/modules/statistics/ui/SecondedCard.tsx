import { Card, Columns } from '#web/kit/Card.tsx'
import { Stat } from '#web/kit/Stat.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import type { Figures } from './ReviewBody.tsx'
import { useKeptBack } from './use-kept-back.ts'
import { useFigureAddress } from './use-review.ts'

export function SecondedCard({ figures }: { figures: Figures }) {
  const words = useWords(messages)
  const addressOf = useFigureAddress()
  const keptBack = useKeptBack()
  const shown = (name: string) => keptBack(figures(name)) ?? figures(name)?.value ?? 0
  const elsewhere = shown('seconded.elsewhere')
  return (
    <Card title={words.seconded} about={words.secondedAbout}>
      <Columns least={130}>
        <Stat value={shown('seconded')} label={words.secondedTo} to={addressOf('seconded')} />
        {elsewhere !== 0 && <Stat value={elsewhere} label={words.secondedElsewhere} to={addressOf('seconded.elsewhere')} />}
      </Columns>
    </Card>
  )
}
