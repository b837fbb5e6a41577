import { useState } from 'react'
import { printCertificates } from '#modules/training/certificate.contract.ts'
import { addressOf } from '#web/client.ts'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './result-messages.ts'

/** Who signs where, as the certificates are to show it. */
export function PrintCertificates({ classId, personIds, onClose }: { classId: string; personIds?: string[]; onClose: () => void }) {
  const words = useWords(messages)
  const [place, setPlace] = useState('')
  const [signTitle, setSignTitle] = useState('')
  const [signName, setSignName] = useState('')
  const [family, setFamily] = useState<'state' | 'party'>('state')
  const chosen = { ...(personIds ? { personIds } : {}), place, signTitle, signName, family, base: window.location.origin }
  return (
    <Dialog opened title={words.print} onClose={onClose}>
      <Stack>
        <p>{words.printAbout}</p>
        <SelectField
          label={words.family}
          value={family}
          options={[
            { value: 'state', label: words.state_family },
            { value: 'party', label: words.party_family },
          ]}
          onChange={(value) => setFamily(value === 'party' ? 'party' : 'state')}
        />
        <TextField label={words.place} value={place} onChange={setPlace} />
        <TextField label={words.signTitle} value={signTitle} onChange={setSignTitle} />
        <TextField label={words.signName} value={signName} onChange={setSignName} />
        <Row>
          <DownloadLink kind="button" href={addressOf(printCertificates, { classId, ...chosen })}>
            {words.download}
          </DownloadLink>
        </Row>
      </Stack>
    </Dialog>
  )
}
