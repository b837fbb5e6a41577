import { useState } from 'react'
import { chooseRows } from '#modules/imports/row.contract.ts'
import type { Run } from '#modules/imports/run.contract.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** One answer for all rows in doubt: a list of a whole office would otherwise be asked about row by row. */
export function DecideAll({ run }: { run: Run }) {
  const words = useWords(messages)
  const [leaving, setLeaving] = useState<'duplicate' | 'refused' | null>(null)
  const choose = useCommand(chooseRows)
  const { counts } = run
  const [asked, refused] = [(counts?.duplicate ?? 0) > 0, (counts?.refused ?? 0) > 0]
  if (!asked && !refused) return null
  const items = [
    ...(asked
      ? [
          { label: words.allFirst, onSelect: () => void choose.send({ runId: run.id, state: 'duplicate', choice: 'first' }) },
          { label: words.allNew, onSelect: () => void choose.send({ runId: run.id, state: 'duplicate', choice: 'new' }) },
          { label: `${words.allLeftOut} (${words.rowStates.duplicate})`, onSelect: () => setLeaving('duplicate') },
        ]
      : []),
    ...(refused ? [{ label: `${words.allLeftOut} (${words.rowStates.refused})`, onSelect: () => setLeaving('refused') }] : []),
  ]
  return (
    <>
      <Menu items={items}>
        <Button icon="down" busy={choose.busy}>
          {words.decideAll}
        </Button>
      </Menu>
      <Confirm
        opened={leaving !== null}
        title={words.allLeftOut}
        action={words.allLeftOut}
        reason
        busy={choose.busy}
        problem={choose.problem}
        onConfirm={async (reason) =>
          leaving && (await choose.send({ runId: run.id, state: leaving, choice: 'left-out', reason })) && setLeaving(null)
        }
        onClose={() => setLeaving(null)}
      />
    </>
  )
}
