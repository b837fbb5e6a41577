import { useState } from 'react'
import { previewRoster, type RosterRow } from '#modules/training/roster.contract.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { RosterPreview } from './RosterPreview.tsx'
import { messages } from './roster-messages.ts'

export type RosterOf = { classId: string; kind: string; opener: { id: string; name: string } }

/** A whole list at once: pasted, looked at row by row, then entered. */
export function PasteRoster({ of, title, onClose }: { of: RosterOf; title: string; onClose: () => void }) {
  const words = useWords(messages)
  const [text, setText] = useState('')
  const [rows, setRows] = useState<RosterRow[] | null>(null)
  // Sent as a command is, for a list is too long for an address; nothing is written.
  const reading = useCommand(previewRoster, { refresh: [], onDone: (read) => setRows(read.rows) })
  return (
    <Drawer opened title={`${words.pasteTitle} · ${title}`} onClose={onClose} width={980}>
      {rows && rows.length > 0 ? (
        <RosterPreview of={of} rows={rows} onAgain={() => setRows(null)} onDone={onClose} />
      ) : (
        <Stack>
          <ErrorSummary lines={reading.problem ? [{ problem: reading.problem, text: '' }] : []} />
          {rows && <Notice>{words.none}</Notice>}
          <TextField label={words.box} hint={words.boxHint} lines={14} value={text} onChange={setText} autoFocus />
          <div>
            <Button
              kind="primary"
              busy={reading.busy}
              onClick={() => {
                if (text.trim() !== '') void reading.send({ classId: of.classId, text })
              }}
            >
              {words.read}
            </Button>
          </div>
        </Stack>
      )}
    </Drawer>
  )
}
