import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Board } from '#modules/training/board.contract.ts'
import { decideBoard, listIssuers, printBoard } from '#modules/training/board-acts.contract.ts'
import { EventForm, useEventValue } from '#modules/people/ui/EventForm.tsx'
import { UnitField } from '#modules/people/ui/UnitField.tsx'
import type { ReplyOf } from '#lib/operation.ts'
import { addressOf, read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Row, Stack } from '#web/kit/Card.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'

type Issuer = ReplyOf<typeof listIssuers>['issuers'][number]
const shape = decideBoard.input.omit({ classId: true, revision: true, override: true })
const other = '-'

/** One act: the paper with its number and register entry, and everything it makes. */
export function DecideBoard({ board, onDone, onClose }: { board: Board; onDone: () => void; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { classId, title } = board.class
  const issuers = useQuery(read(listIssuers, { classId, on: board.on }))
  const [at, setAt] = useState<string>('0')
  return (
    <Dialog opened wide title={words.decideTitle(format.number(board.totals.nominated))} onClose={onClose}>
      <Loaded query={issuers}>
        {({ issuers: known }) => {
          const issuer = at === other ? undefined : known[Number(at)]
          return (
            <Stack>
              <SelectField
                label={words.issuer}
                value={issuer ? at : other}
                onChange={setAt}
                options={[
                  ...known.map((one, index) => ({ value: String(index), label: `${one.issuer} · ${one.symbol}` })),
                  { value: other, label: words.otherIssuer },
                ]}
              />
              {/* Another issuer brings another form: what was typed for the one before does not hold for it. */}
              <EventForm
                key={at}
                operation={decideBoard}
                shape={shape}
                start={startOf(issuer, board.on, words.subjectOf(title))}
                inputOf={(values) => ({ ...values, classId, revision: board.revision })}
                submitLabel={words.decideSubmit}
                saidOf={({ code }) => words.decided(code)}
                onDone={onDone}
                onCancel={onClose}
              >
                {!issuer && <TextField name="issuer" label={words.issuerName} required />}
                {!issuer && <UnitField name="issuerUnitId" label={words.issuerUnit} />}
                <SelectField
                  name="family"
                  label={words.family}
                  required
                  options={(['state', 'party'] as const).map((value) => ({ value, label: words.families[value] }))}
                />
                <TextField name="symbol" label={words.symbol} required />
                <TextField name="code" label={words.code} hint={issuer ? words.codeHint(issuer.nextCode) : words.codeHintFree} />
                <DateField name="issuedOn" label={words.issuedOn} precision="day" required />
                <TextField name="signer" label={words.signer} required />
                <TextField name="signerTitle" label={words.signerTitle} hint={words.signerHint} required />
                <TextField name="subject" label={words.subject} lines={2} wide required />
                <Draft classId={classId} />
              </EventForm>
            </Stack>
          )
        }}
      </Loaded>
    </Dialog>
  )
}

/** The paper as it would be, before it has a number. */
function Draft({ classId }: { classId: string }) {
  const words = useWords(messages)
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const [issuer, issuerUnitId, symbol] = [useEventValue('issuer'), useEventValue('issuerUnitId'), useEventValue('symbol')].map(text)
  const [signer, signerTitle, subject] = [useEventValue('signer'), useEventValue('signerTitle'), useEventValue('subject')].map(text)
  const family = useEventValue('family') === 'party' ? ('party' as const) : ('state' as const)
  const draft = { classId, kind: 'sending' as const, family, issuer, issuerUnitId, symbol, signer, signerTitle, subject }
  return (
    <Row>
      {words.draft}:
      {(['docx', 'pdf'] as const).map((format) => (
        <DownloadLink key={format} href={addressOf(printBoard, { ...draft, format })}>
          .{format}
        </DownloadLink>
      ))}
    </Row>
  )
}

function startOf(issuer: Issuer | undefined, on: string, subject: string) {
  const paper = { issuedOn: on, subject, code: '' }
  if (!issuer) return { ...paper, family: 'state' as const, symbol: 'QĐ-UBND', issuer: '', issuerUnitId: '', signer: '', signerTitle: '' }
  const { nextCode: _, signer, signerTitle, issuerUnitId, ...known } = issuer
  return { ...paper, ...known, issuerUnitId: issuerUnitId ?? '', signer: signer ?? '', signerTitle: signerTitle ?? '' }
}
