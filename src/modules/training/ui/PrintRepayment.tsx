import { useState } from 'react'
import { printRepayment } from '#modules/training/commitment.contract.ts'
import { addressOf } from '#web/client.ts'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './commitment-messages.ts'

type Props = { personId: string; repaymentId: string; issuer: string; onClose: () => void }

/** The draft decision in the legal layout, as Word to be finished or as PDF. */
export function PrintRepayment({ personId, repaymentId, issuer: known, onClose }: Props) {
  const words = useWords(messages)
  const [issuer, setIssuer] = useState(known)
  const [place, setPlace] = useState('')
  const [signTitle, setSignTitle] = useState('')
  const [signName, setSignName] = useState('')
  const [family, setFamily] = useState<'state' | 'party'>('state')
  const letter = { personId, repaymentId, issuer, place, signTitle, signName, family }
  return (
    <Dialog opened title={words.letter} onClose={onClose}>
      <Stack>
        <p>{words.letterAbout}</p>
        <SelectField
          label={words.family}
          value={family}
          options={[
            { value: 'state', label: words.stateFamily },
            { value: 'party', label: words.partyFamily },
          ]}
          onChange={(value) => setFamily(value === 'party' ? 'party' : 'state')}
        />
        <TextField label={words.issuer} value={issuer} onChange={setIssuer} />
        <TextField label={words.place} value={place} onChange={setPlace} />
        <TextField label={words.signTitle} value={signTitle} onChange={setSignTitle} />
        <TextField label={words.signName} value={signName} onChange={setSignName} />
        <Row>
          <DownloadLink kind="button" href={addressOf(printRepayment, { ...letter, format: 'docx' })}>
            {words.word}
          </DownloadLink>
          <DownloadLink kind="button" href={addressOf(printRepayment, { ...letter, format: 'pdf' })}>
            {words.pdf}
          </DownloadLink>
        </Row>
      </Stack>
    </Dialog>
  )
}
