import { useState } from 'react'
import { printPlan, type PlanHead } from '#modules/training/plan.contract.ts'
import { addressOf } from '#web/client.ts'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'

/** An approved plan prints by its paper; of a draft the officer says whose it is and who will sign. */
export function PrintPlan({ plan, onClose }: { plan: PlanHead; onClose: () => void }) {
  const words = useWords(messages)
  const [family, setFamily] = useState<'state' | 'party'>('state')
  const [signer, setSigner] = useState('')
  const [signerTitle, setSignerTitle] = useState('')
  const asked = { planId: plan.planId, family, signer, signerTitle }
  return (
    <Dialog opened title={`${words.print}: ${plan.title}`} onClose={onClose}>
      <Stack>
        {plan.status === 'approved' && plan.paper ? (
          <Notice tone="plain">{words.printApproved(plan.paper.code)}</Notice>
        ) : (
          <>
            <SelectField
              label={words.family}
              value={family}
              options={[
                { value: 'state', label: words.families.state },
                { value: 'party', label: words.families.party },
              ]}
              onChange={(value) => setFamily(value === 'party' ? 'party' : 'state')}
            />
            <TextField label={words.signerTitle} hint={words.signerTitleHint} value={signerTitle} onChange={setSignerTitle} />
            <TextField label={words.signer} value={signer} onChange={setSigner} />
          </>
        )}
        <Row>
          <DownloadLink kind="button" href={addressOf(printPlan, { ...asked, format: 'docx' })}>
            {words.word}
          </DownloadLink>
          <DownloadLink kind="button" href={addressOf(printPlan, { ...asked, format: 'pdf' })}>
            {words.pdf}
          </DownloadLink>
        </Row>
      </Stack>
    </Dialog>
  )
}
