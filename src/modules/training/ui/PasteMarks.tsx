import { useState } from 'react'
import type { ResultRow } from '#modules/training/result.contract.ts'
import { readMarks } from '#modules/training/result-paste.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Table } from '#web/kit/Table.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages, stateNames } from './result-messages.ts'
import type { useResultDraft } from './use-result-draft.ts'

type Props = { rows: readonly ResultRow[]; draft: ReturnType<typeof useResultDraft>; onClose: () => void }

/** A list of marks from Excel, read line by line before any of it is taken. */
export function PasteMarks({ rows, draft, onClose }: Props) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const lines = readMarks(text, rows)
  const right = lines.filter(({ trouble }) => trouble === null)
  function take() {
    draft.set(
      right.flatMap(({ personId, grade, state }) => {
        const row = rows.find((one) => one.personId === personId)
        return row ? [{ row, edit: { grade, state } }] : []
      }),
    )
    onClose()
  }
  return (
    <Dialog opened title={words.paste} onClose={onClose}>
      <Stack>
        <p>{words.pasteAbout}</p>
        <TextField label={words.pasteText} lines={6} value={text} onChange={setText} autoFocus />
        {lines.length > 0 && (
          <Table
            caption={words.pasteText}
            rows={lines}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: 'line', header: words.line, align: 'right', cell: ({ line }) => format.number(line) },
              { key: 'text', header: words.written, names: true, cell: (one) => one.text },
              {
                key: 'read',
                header: words.readAs,
                cell: ({ personId, grade, state, trouble }) =>
                  trouble ? (
                    <Badge tone="attention">{words.trouble[trouble]}</Badge>
                  ) : (
                    [rows.find((row) => row.personId === personId)?.name, stateNames[state][language], grade].filter(Boolean).join(' · ')
                  ),
              },
            ]}
          />
        )}
        <Row>
          <Button kind="primary" why={right.length === 0 ? words.nothingChanged : null} onClick={take}>
            {words.take(format.number(right.length))}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
