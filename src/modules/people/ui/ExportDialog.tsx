import { useState } from 'react'
import type { ExportBasis } from '#modules/people/purposes.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { PurposeFields, usePurposeSaid } from './PurposeFields.tsx'
import { messages } from './purpose-messages.ts'
import { usePurpose } from './use-purpose.ts'

const shortestPaper = 3

/** A file to be downloaded; guarded columns go along only with a purpose and the paper that asks for them. */
export function ExportDialog({
  title,
  about,
  addressWith,
  onClose,
}: {
  title: string
  about: string
  /** The address of the file; without a basis the guarded columns are not in it. */
  addressWith: (basis: ExportBasis | null) => string
  onClose: () => void
}) {
  const words = useWords(messages)
  const may = useMay()
  const [isGuarded, setGuarded] = useState(false)
  const [paper, setPaper] = useState('')
  const said = usePurposeSaid(usePurpose().purpose)
  const why = isGuarded ? (said.why ?? (paper.trim().length < shortestPaper ? words.paperNeeded : null)) : null
  const basis = isGuarded ? { purpose: said.written ?? undefined, paper: paper.trim() } : null
  return (
    <Dialog opened title={title} onClose={onClose}>
      <Stack>
        <p>{about}</p>
        {may('people.sensitive') && <CheckField label={words.guardedColumns} value={isGuarded} onChange={setGuarded} />}
        {isGuarded && (
          <>
            <PurposeFields said={said} hasPaper />
            <TextField label={words.paper} hint={words.paperHint} required value={paper} onChange={setPaper} />
          </>
        )}
        <p>{words.footed}</p>
        <Row>
          {why ? (
            <Button why={why}>{words.download}</Button>
          ) : (
            <DownloadLink kind="button" href={addressWith(basis)}>
              {words.download}
            </DownloadLink>
          )}
        </Row>
      </Stack>
    </Dialog>
  )
}
