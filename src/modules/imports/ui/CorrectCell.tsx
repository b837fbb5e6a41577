import { useState } from 'react'
import { correctRow, type PreviewRow } from '#modules/imports/row.contract.ts'
import type { Run } from '#modules/imports/run.contract.ts'
import { whyText } from '#modules/imports/why-text.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { Refused } from './Refused.tsx'

type Refusal = PreviewRow['refusals'][number]

/** Why the cell is refused, and a box for its right value; the file itself stays as it is. */
export function CorrectCell({ run, row, refusal, isOpen }: { run: Run; row: PreviewRow; refusal: Refusal; isOpen: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const corrected = row.corrections.find(({ column }) => column === refusal.column)?.value
  const said = typeof refusal.why['text'] === 'string' ? refusal.why['text'] : ''
  const [value, setValue] = useState(corrected ?? said)
  const correct = useCommand(correctRow)
  return (
    <Stack>
      <Notice tone="error">
        {refusal.column}
        {row.row}: {whyText(refusal.why, language)}
      </Notice>
      {isOpen && (
        <>
          <TextField label={`${words.newValue} (${refusal.column}${row.row})`} value={value} onChange={setValue} />
          <Refused problem={correct.problem} />
          <div>
            <Button
              kind="primary"
              busy={correct.busy}
              onClick={() => void correct.send({ runId: run.id, number: row.number, column: refusal.column, value })}
            >
              {words.correct}
            </Button>
          </div>
        </>
      )}
    </Stack>
  )
}
