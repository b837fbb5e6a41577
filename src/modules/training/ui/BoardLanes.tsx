import type { Board, Nominee } from '#modules/training/board.contract.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Lane, Meter, PickList, Scrolls } from '#web/kit/PickList.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'
import { Named } from './BoardEligible.tsx'
import { ConditionsSaid } from './ConditionsSaid.tsx'

type Acts = { onTake: ((row: Nominee) => void) | null; onAnswer: ((row: Nominee) => void) | null; onUnit: (unitId: string) => void }

/** Each unit with its seats, and under it whom it sends; who is of a unit without seats comes last. */
export function BoardLanes({ board, ...acts }: { board: Board } & Acts) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const others = board.nominees.filter(({ laneId }) => !board.lanes.some(({ unit }) => unit.id === laneId))
  const { nominated, sent, elsewhere } = board.totals
  return (
    <Card
      title={words.nominees(format.number(nominated + sent))}
      about={board.seatsFrom === 'plan' ? words.fromPlan : words.nomineesAbout}
      actions={board.class.seats !== null && <Seats taken={nominated + sent} seats={board.class.seats} />}
      footer={elsewhere > 0 && words.elsewhere(format.number(elsewhere))}
      flush
    >
      <Scrolls label={words.nomineesAbout}>
        {board.lanes.map(({ unit, seats, taken }) => (
          <section key={unit.id} aria-label={unit[language]}>
            <Lane>
              <Button kind="quiet" aria-label={words.choose(unit[language])} onClick={() => acts.onUnit(unit.id)}>
                {unit[language]}
              </Button>
              <Seats taken={taken} seats={seats} />
            </Lane>
            <People label={words.nomineeList(unit[language])} rows={board.nominees.filter(({ laneId }) => laneId === unit.id)} {...acts} />
          </section>
        ))}
        {(others.length > 0 || board.lanes.length === 0) && (
          <section aria-label={words.otherUnits}>
            {board.lanes.length > 0 && <Lane>{words.otherUnits}</Lane>}
            <People label={words.nomineeList(words.otherUnits)} rows={others} {...acts} />
          </section>
        )}
      </Scrolls>
    </Card>
  )
}

function Seats({ taken, seats }: { taken: number; seats: number }) {
  const words = useWords(messages)
  const format = useFormat()
  const [some, of, over] = [format.number(taken), format.number(seats), format.number(taken - seats)]
  return <Meter taken={taken} of={seats} said={taken > seats ? words.over(some, of, over) : words.seats(some, of)} />
}

function People({ label, rows, onTake, onAnswer }: { label: string; rows: readonly Nominee[] } & Acts) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const waiting = rows.filter(({ state }) => state === 'nominated')
  const parts = [
    {
      key: 'nominated',
      rows: waiting,
      pick: onTake && { icon: 'close' as const, label: ({ name }: Nominee) => words.take(name), onPick: onTake },
    },
    { key: 'sent', rows: rows.filter(({ state }) => state === 'sent'), pick: null },
  ]
  return parts
    .filter((part) => part.rows.length > 0 || (rows.length === 0 && part.key === 'nominated'))
    .map((part) => (
      <PickList
        key={part.key}
        label={label}
        rows={part.rows}
        rowKey={({ nominationId }) => nominationId}
        name={(row) => (
          <>
            <Named {...row} /> {row.state === 'sent' && <Badge tone="success">{words.sent}</Badge>}
          </>
        )}
        about={({ title, unit, by }) => [title, unit?.[language], words.by(by)].filter(Boolean).join(' · ')}
        more={(row) => (
          <>
            <ConditionsSaid conditions={row.conditions} overrides={row.overrides} />
            {onAnswer && row.open.length > 0 && <Button onClick={() => onAnswer(row)}>{words.answer}</Button>}
          </>
        )}
        pick={part.pick}
        empty={words.noneYet}
      />
    ))
}
