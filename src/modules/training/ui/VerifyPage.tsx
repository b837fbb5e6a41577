import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { verifyCertificate } from '#modules/training/certificate.contract.ts'
import { readCheckCode, shownCode } from '#modules/training/certificate.ts'
import { read } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import { Alone } from '#web/kit/Alone.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { useGo } from '#web/day.ts'
import { Notice } from '#web/kit/Notice.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './certificate-messages.ts'

/** Whether a certificate is valid, for whoever holds it or was shown it: no more of anybody than stands on it. */
export function VerifyPage() {
  const words = useWords(messages)
  const go = useGo()
  const { code = '' } = useParams()
  const [typed, setTyped] = useState(code === 'new' ? '' : code)
  const asked = readCheckCode(code)
  return (
    <Alone title={words.verifyTitle} about={words.verifyAbout}>
      <Stack>
        <Card>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (typed.trim()) go(paths.verify(readCheckCode(typed) ?? typed.trim()))
            }}
          >
            <Stack>
              <TextField label={words.code} value={typed} onChange={setTyped} placeholder="K7M2Q-9XW4D" autoFocus={code === 'new'} />
              <div>
                <Button kind="primary" type="submit">
                  {words.check}
                </Button>
              </div>
            </Stack>
          </form>
        </Card>
        {asked ? <Answer code={asked} /> : code !== 'new' && <Notice tone="attention">{words.mistyped}</Notice>}
      </Stack>
    </Alone>
  )
}

function Answer({ code }: { code: string }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const answer = useQuery(read(verifyCertificate, { code }))
  return (
    <Loaded query={answer} rows={5}>
      {({ certificate }) => {
        if (!certificate) return <Notice tone="attention">{words.unknown}</Notice>
        const { state, expiresOn, annulledOn } = certificate
        return (
          <Stack>
            {state === 'valid' && <Notice tone="success">{words.isValid}</Notice>}
            {state === 'expired' && <Notice tone="attention">{words.isExpired(formatDay(expiresOn ?? ''))}</Notice>}
            {state === 'annulled' && <Notice tone="error">{words.isAnnulled(annulledOn && formatDay(annulledOn))}</Notice>}
            <Card title={certificate.name}>
              <Facts
                items={[
                  { label: words.course, value: trainingName(certificate.kind)[language] },
                  { label: words.class, value: certificate.classTitle },
                  {
                    label: words.held,
                    value: <PeriodText from={certificate.openedOn} to={certificate.closedOn && addDays(certificate.closedOn, -1)} />,
                  },
                  { label: words.issuer, value: certificate.opener[language] },
                  { label: words.number, value: certificate.number },
                  { label: words.issuedOn, value: <DayText value={certificate.issuedOn} /> },
                  ...(expiresOn ? [{ label: words.validUntil, value: <DayText value={addDays(expiresOn, -1)} /> }] : []),
                  { label: words.code, value: shownCode(code) },
                ]}
              />
            </Card>
          </Stack>
        )
      }}
    </Loaded>
  )
}
