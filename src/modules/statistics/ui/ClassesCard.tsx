import { partsText } from '#modules/statistics/parts-text.ts'
import { Card, Columns } from '#web/kit/Card.tsx'
import { NumberLink, Stat } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { FigureAnswer } from '../review.contract.ts'
import { messages } from './messages.ts'
import type { Figures } from './ReviewBody.tsx'
import { useKeptBack } from './use-kept-back.ts'
import { useFigureAddress } from './use-review.ts'

/** Classes by whom they were opened, and how many sat in them. */
export function ClassesCard({ figures }: { figures: Figures }) {
  const words = useWords(messages)
  const addressOf = useFigureAddress()
  const keptBack = useKeptBack()
  const classes = (name: string, about: string) => (
    <Stat
      value={figures(`classes.${name}`)?.value ?? 0}
      unit={words.class}
      to={addressOf(`classes.${name}`)}
      label={
        <>
          {about}
          <br />
          <Learners answer={figures(`learners.${name}`)} />
        </>
      }
    />
  )
  const party = figures('learners.party_and_mass')
  return (
    <Card title={words.classes} about={words.classesAbout}>
      <Columns least={130}>
        {classes('LLCT', words.theoryClasses)}
        {classes('BD_CD', words.thematicClasses)}
        <Stat
          value={keptBack(party) ?? party?.value ?? 0}
          to={addressOf('learners.party_and_mass')}
          label={
            <>
              {words.partyLearners}
              <Made answer={party} />
            </>
          }
        />
      </Columns>
    </Card>
  )
}

function Learners({ answer }: { answer: FigureAnswer | undefined }) {
  const words = useWords(messages)
  const addressOf = useFigureAddress()
  const keptBack = useKeptBack()
  if (!answer) return null
  return (
    <>
      <NumberLink value={keptBack(answer) ?? answer.value ?? 0} to={addressOf(answer.figure)} /> {words.learners}
      <Made answer={answer} />
    </>
  )
}

/** By name and by head count are never mixed up. */
function Made({ answer }: { answer: FigureAnswer | undefined }) {
  const { language } = useLanguage()
  const text = answer ? partsText(answer, language) : ''
  return text === '' ? null : (
    <>
      <br />
      <small>({text})</small>
    </>
  )
}
