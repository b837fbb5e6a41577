import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moveProposed, proposalChoices, type Effect, type ProposedPerson } from '#modules/training/proposal.contract.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './proposal-messages.ts'

const out = 'out'
type Choices = ReplyOf<typeof proposalChoices>

/** Where else the person could go, what stands in the way and what changes, before it is done. */
export function MoveProposed({ planId, person, onClose }: { planId: string; person: ProposedPerson; onClose: () => void }) {
  const words = useWords(messages)
  const choices = useQuery(read(proposalChoices, { planId, key: person.key }))
  return (
    <Dialog opened title={words.moveTitle(person.name)} onClose={onClose}>
      <Loaded query={choices}>{(found) => <Choose planId={planId} personKey={person.key} found={found} onClose={onClose} />}</Loaded>
    </Dialog>
  )
}

function Choose({ planId, personKey, found, onClose }: { planId: string; personKey: string; found: Choices; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const refusalText = useRefusalText()
  const say = useToast()
  const { choices } = found
  const first = choices.find(({ objections }) => objections.every(({ overridable }) => overridable === true)) ?? choices[0]
  const [to, setTo] = useState(first?.lineId ?? out)
  const [reason, setReason] = useState('')
  const move = useCommand(moveProposed, {
    onDone: () => {
      say(words.movedTo)
      onClose()
    },
  })
  const choice = choices.find(({ lineId }) => (lineId ?? out) === to)
  if (!choice) return <Notice tone="plain">{words.noChoice}</Notice>
  const hard = choice.objections.find(({ overridable }) => !overridable)
  const warnings = choice.objections.filter(({ overridable }) => overridable === true)
  const why = hard ? refusalText(hard) : warnings.length > 0 && reason.trim().length < 3 ? words.answer : null
  const send = () =>
    void move.send({
      ...{ planId, key: personKey, revision: found.revision, lineId: choice.lineId },
      override: warnings.map(({ code }) => ({ code, reason: reason.trim() })),
    })
  return (
    <Stack>
      <SelectField
        label={words.to}
        value={to}
        onChange={(value) => setTo(value ?? out)}
        options={choices.map(({ lineId, title, free }) => ({
          value: lineId ?? out,
          label: lineId === null ? words.out : `${title ?? ''} (${words.free(format.number(Math.max(0, free ?? 0)))})`,
        }))}
      />
      <EffectFacts effect={choice.effect} />
      {choice.objections.map((objection) => (
        <Notice key={objection.code} tone={objection['overridable'] ? 'attention' : 'error'}>
          {refusalText(objection)}
        </Notice>
      ))}
      {!hard && warnings.length > 0 && (
        <TextField label={words.answer} value={reason} onChange={(value) => setReason(value ?? '')} required />
      )}
      {move.problem && <Notice tone="error">{move.problem.refusals.map(refusalText).join(' ')}</Notice>}
      <Row>
        <Button kind="primary" busy={move.busy} why={why} onClick={send}>
          {words.doMove}
        </Button>
      </Row>
    </Stack>
  )
}

function EffectFacts({ effect }: { effect: Effect }) {
  const words = useWords(messages)
  const format = useFormat()
  const signed = (value: number) => (value > 0 ? `+${format.number(value)}` : value < 0 ? `−${format.number(-value)}` : '0')
  const money = `${format.number(effect.spentThen)} (${signed(effect.spent)})${effect.budget === null ? '' : ` / ${format.number(effect.budget)}`}`
  const away =
    effect.awayThen === null
      ? '–'
      : words.awayOf(format.number(effect.awayThen), effect.awayLimit === null ? null : format.number(effect.awayLimit))
  return (
    <Facts
      items={[
        { label: words.effectWorth, value: signed(effect.worth) },
        { label: words.effectMoney, value: money },
        { label: words.effectAway, value: away },
      ]}
    />
  )
}
