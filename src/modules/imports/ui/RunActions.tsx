import { useState } from 'react'
import { moveObjections } from '#modules/imports/run.ts'
import { applyRun, discardRun, undoRun } from '#modules/imports/run.contract.ts'
import type { Refusal } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useGo } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Link } from '#web/kit/Link.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { BuiltOn } from './BuiltOn.tsx'
import type { WholeRun } from './ImportPage.tsx'
import { messages } from './messages.ts'

/** Applying, discarding and undoing, each after a question; what may not be done now says why. */
export function RunActions({ whole }: { whole: WholeRun }) {
  const words = useWords(messages)
  const format = useFormat()
  const refusalText = useRefusalText()
  const go = useGo()
  const [asking, setAsking] = useState<'apply' | 'undo' | 'discard' | null>(null)
  const close = () => setAsking(null)
  const apply = useCommand(applyRun, { onDone: close })
  const undo = useCommand(undoRun, { onDone: close })
  const discard = useCommand(discardRun, { refresh: [], onDone: () => go(paths.imports()) })
  const { run } = whole
  const { id: runId, counts } = run
  const number = (value: number | undefined) => format.number(value ?? 0)
  const [objection] = whole.objections as Refusal[]
  return (
    <>
      {run.status === 'applied' && (
        <Link kind="button" to={paths.people()}>
          {words.seePeople}
        </Link>
      )}
      {run.status === 'applied' && <Button onClick={() => setAsking('undo')}>{words.undo}</Button>}
      {moveObjections(run, 'discard').length === 0 && (
        <Button kind="quiet" onClick={() => setAsking('discard')}>
          {words.discard}
        </Button>
      )}
      {run.status === 'ready' && (
        <Button kind="primary" icon="check" why={objection && refusalText(objection)} onClick={() => setAsking('apply')}>
          {words.apply}
        </Button>
      )}
      <Confirm
        opened={asking === 'apply'}
        title={words.applyTitle}
        action={words.apply}
        busy={apply.busy}
        problem={apply.problem}
        onConfirm={() => apply.send({ runId })}
        onClose={close}
      >
        <p>{words.applyAbout(number(counts?.new), number(counts?.changed), number(counts?.same), number(counts?.left_out))}</p>
      </Confirm>
      <Confirm
        opened={asking === 'undo'}
        title={words.undoTitle}
        action={words.undo}
        danger
        reason
        busy={undo.busy}
        problem={undo.problem}
        onConfirm={(reason) => undo.send({ runId, reason })}
        onClose={close}
      >
        <p>{words.undoAbout}</p>
        <BuiltOn refusals={undo.problem?.refusals ?? []} />
      </Confirm>
      <Confirm
        opened={asking === 'discard'}
        title={words.discardTitle}
        action={words.discard}
        danger
        busy={discard.busy}
        problem={discard.problem}
        onConfirm={() => discard.send({ runId })}
        onClose={close}
      />
    </>
  )
}
