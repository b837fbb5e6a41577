import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readSecondFactor } from '#modules/access/second-factor.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'

const EnrolSecondFactor = lazyPart(() => import('./EnrolSecondFactor.tsx').then((module) => module.EnrolSecondFactor))
const RemoveSecondFactor = lazyPart(() => import('./ProveBoth.tsx').then((module) => module.RemoveSecondFactor))
const RenewRecoveryCodes = lazyPart(() => import('./ProveBoth.tsx').then((module) => module.RenewRecoveryCodes))

const few = 3

/** Whether signing in asks for a code beside the password, and how to change that. */
export function SecondFactorCard() {
  const words = useWords(messages)
  const format = useFormat()
  const factor = useQuery(read(readSecondFactor, {}))
  const [doing, setDoing] = useState<{ what: 'enrol'; asksPassword: boolean } | { what: 'remove' | 'renew' } | null>(null)
  const stop = () => setDoing(null)
  return (
    <Card title={words.secondFactor}>
      <Loaded query={factor}>
        {({ since, recoveryCodesLeft, isRequired, asksPassword }) =>
          since === null ? (
            <Stack>
              <div>
                <Badge tone={isRequired ? 'attention' : 'quiet'}>{words.off}</Badge>
              </div>
              <p>{words.offAbout}</p>
              <Row>
                <Button kind="primary" onClick={() => setDoing({ what: 'enrol', asksPassword })}>
                  {words.turnOn}
                </Button>
              </Row>
            </Stack>
          ) : (
            <Stack>
              <Row>
                <Badge tone="success">{words.onSince(format.instant(since))}</Badge>
                <span className="kc-muted">{words.codesLeft(recoveryCodesLeft)}</span>
              </Row>
              {recoveryCodesLeft <= few && <Notice>{words.fewCodes}</Notice>}
              {isRequired && <p className="kc-muted">{words.isRequired}</p>}
              <Row>
                <Button onClick={() => setDoing({ what: 'renew' })}>{words.renewCodes}</Button>
                <Button kind="quiet" why={isRequired ? words.requiredWhy : null} onClick={() => setDoing({ what: 'remove' })}>
                  {words.turnOff}
                </Button>
              </Row>
            </Stack>
          )
        }
      </Loaded>
      {doing?.what === 'enrol' && (
        <Dialog opened title={words.turnOn} onClose={stop}>
          <EnrolSecondFactor asksPassword={doing.asksPassword} onDone={stop} />
        </Dialog>
      )}
      {doing?.what === 'remove' && <RemoveSecondFactor onClose={stop} />}
      {doing?.what === 'renew' && <RenewRecoveryCodes onClose={stop} />}
    </Card>
  )
}
