import { useState } from 'react'
import { purposes, readPurpose, writtenPurpose, type PurposeKind } from '#modules/people/purposes.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './purpose-messages.ts'
import { usePurpose } from './use-purpose.ts'

/** Asks what somebody else's guarded fields are opened for, once for the day. */
export function PurposeDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { purpose, choose } = usePurpose()
  const before = readPurpose(purpose ?? '')
  const [kind, setKind] = useState<PurposeKind | ''>(before?.kind ?? '')
  const [note, setNote] = useState(before?.note ?? '')
  const written = kind === '' ? null : writtenPurpose({ kind, note })
  function show() {
    if (written === null) return
    choose(written)
    onClose()
  }
  return (
    <Dialog opened title={words.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
      >
        <Stack>
          <p>{words.about}</p>
          <SelectField
            label={words.purpose}
            required
            any={words.choose}
            options={Object.entries(purposes).map(([value, label]) => ({ value, label: label[language] }))}
            value={kind}
            onChange={(value) => setKind(Object.hasOwn(purposes, value) ? (value as PurposeKind) : '')}
          />
          <TextField label={words.note} hint={words.noteHint} required={kind === 'other'} value={note} onChange={setNote} />
          <Row>
            <Button kind="primary" type="submit" why={written === null ? (kind === '' ? words.choose : words.noteNeeded) : undefined}>
              {words.show}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}
