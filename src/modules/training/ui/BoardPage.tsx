import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { readBoard, type Board, type Nominee } from '#modules/training/board.contract.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Columns } from '#web/kit/Card.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { BoardEligible } from './BoardEligible.tsx'
import { BoardLanes } from './BoardLanes.tsx'
import { BoardPapers } from './BoardPapers.tsx'
import { messages } from './board-messages.ts'
import { messages as classMessages } from './messages.ts'
import { useBoardActs } from './use-board-acts.ts'

const ShareSeats = lazyPart(() => import('./ShareSeats.tsx').then((module) => module.ShareSeats))
const DecideBoard = lazyPart(() => import('./DecideBoard.tsx').then((module) => module.DecideBoard))
const AnswerWarnings = lazyPart(() => import('./AnswerWarnings.tsx').then((module) => module.AnswerWarnings))

const searchShape = z.object({ q: z.string().optional(), unit: z.string().optional(), who: z.enum(['everybody']).optional() })

/** Whom a class takes: its seats by unit, who could be sent, who is nominated, and the decision. */
export function BoardPage() {
  const words = useWords(messages)
  const { classId = '' } = useParams()
  const { day } = useDay()
  const board = useQuery(read(readBoard, { classId, on: day }))
  return board.data ? (
    <OpenBoard board={board.data} readAgain={() => void board.refetch()} />
  ) : (
    <Page title={words.board}>
      <Loaded query={board}>{() => null}</Loaded>
    </Page>
  )
}

function OpenBoard({ board, readAgain }: { board: Board; readAgain: () => void }) {
  const words = useWords(messages)
  const classWords = useWords(classMessages)
  const format = useFormat()
  const refusalText = useRefusalText()
  const { language } = useLanguage()
  const { search, set } = useSearch(searchShape)
  const [doing, setDoing] = useState<'share' | 'decide' | { answers: Nominee } | null>(null)
  const { classId, title, kind, openedOn, closedOn, place, institution } = board.class
  const acts = useBoardActs(classId, board.revision, readAgain)
  const close = () => setDoing(null)
  const [stop] = board.stops
  return (
    <Page
      title={useFinding(board)}
      crumbs={[{ label: classWords.classes, to: paths.classes() }, { label: title, to: paths.class(classId) }, { label: words.board }]}
      about={
        <>
          {[
            trainingName(kind)[language],
            words.about(formatDay(openedOn), closedOn && formatDay(addDays(closedOn, -1)), institution ?? place ?? ''),
          ].join(' · ')}
          <br />
          {[words.lawOf(formatDay(board.on)), board.changed && words.changed(board.changed.by, format.instant(board.changed.at))]
            .filter(Boolean)
            .join(' · ')}
        </>
      }
      filters={
        <>
          <SelectField
            inline
            label={words.unit}
            any={words.anyUnit}
            options={board.lanes.map(({ unit }) => ({ value: unit.id, label: unit[language] }))}
            value={search.unit ?? ''}
            onChange={(unit) => set({ unit })}
          />
          <SelectField
            inline
            label={words.who}
            any={words.needing}
            options={[{ value: 'everybody', label: words.everybody }]}
            value={search.who ?? ''}
            onChange={(who) => set({ who: who === 'everybody' ? who : undefined })}
          />
          <TextField inline label={words.find} type="search" value={search.q ?? ''} onChange={(q) => set({ q })} />
        </>
      }
      actions={
        <>
          {board.may.nominate && (
            <Button kind="quiet" busy={acts.busy} why={acts.canUndo ? null : words.nothingToUndo} onClick={acts.undo}>
              {words.undo}
            </Button>
          )}
          {board.may.share && <Button onClick={() => setDoing('share')}>{words.share}</Button>}
          <Button
            kind="primary"
            why={board.may.decide ? (stop ? refusalText(stop) : null) : words.mayNot}
            onClick={() => setDoing('decide')}
          >
            {words.decide}
          </Button>
        </>
      }
    >
      {acts.problem &&
        (acts.problem.refusals.length > 0 ? (
          <Notice tone="error">{acts.problem.refusals.map(refusalText).join(' ')}</Notice>
        ) : (
          <Failure error={acts.problem} onRetry={readAgain} />
        ))}
      {board.papers.length > 0 && <BoardPapers classId={classId} papers={board.papers} />}
      <Columns least={440}>
        <BoardEligible
          classId={classId}
          on={board.on}
          filters={search}
          onPick={board.may.nominate ? ({ personId }) => acts.nominate(personId) : null}
          onEverybody={() => set({ who: 'everybody' })}
        />
        <BoardLanes
          board={board}
          onTake={board.may.nominate ? ({ personId }) => acts.withdraw(personId) : null}
          onAnswer={board.may.decide ? (answers) => setDoing({ answers }) : null}
          onUnit={(unit) => set({ unit: search.unit === unit ? undefined : unit })}
        />
      </Columns>
      {doing === 'share' && <ShareSeats board={board} onClose={close} />}
      {doing === 'decide' && (
        <DecideBoard
          board={board}
          onDone={() => {
            acts.forget()
            close()
          }}
          onClose={close}
        />
      )}
      {doing !== null && typeof doing === 'object' && (
        <AnswerWarnings classId={classId} revision={board.revision} on={board.on} nominee={doing.answers} onDone={close} onClose={close} />
      )}
    </Page>
  )
}

/** What the board comes to, in a sentence. */
function useFinding({ class: { seats }, totals: { nominated, sent, warned } }: Board): string {
  const words = useWords(messages)
  const format = useFormat()
  const count = format.number(nominated + sent)
  const some = sent > 0 ? words.titleSent(format.number(sent)) + (nominated > 0 ? words.waits(format.number(nominated)) : '') : null
  const none = seats === null ? words.titleNobody : words.titleEmpty(format.number(seats))
  const nominees = seats === null ? words.titleFree(count) : words.title(count, format.number(seats))
  return (some ?? (nominated === 0 ? none : nominees)) + (warned > 0 ? words.warned(format.number(warned)) : '')
}
