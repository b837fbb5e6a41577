import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readPolicy, setPolicy } from '#modules/access/policy.contract.ts'
import { roles, type Role } from '#modules/access/roles.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { Card } from '#web/kit/Card.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { FieldGroup } from '#web/kit/FieldGroup.tsx'
import { Form } from '#web/kit/Form.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages as accountMessages } from './messages.ts'
import { messages } from './sign-in-messages.ts'

type Rules = ReplyOf<typeof readPolicy>

/** The rules of sign-in, for whoever administers the whole installation. */
export function PolicyCard() {
  const words = useWords(messages)
  const policy = useQuery(read(readPolicy, {}))
  if (!policy.data?.maySet) return null
  return (
    <Card title={words.rules} about={words.rulesAbout}>
      <RulesForm rules={policy.data} />
    </Card>
  )
}

const limits = setPolicy.input.pick({ wholeDays: true })
const idleChoices = [15, 30, 60, 120, 240, 480, 720, 1440]
const holders = roles.filter((role) => role !== 'public')

function RulesForm({ rules }: { rules: Rules }) {
  const words = useWords(messages)
  const { roleNames } = useWords(accountMessages)
  const say = useToast()
  const [asking, setAsking] = useState<readonly Role[]>(rules.secondFactorRoles)
  const [idle, setIdle] = useState(rules.idleMinutes)
  const form = useForm(limits, { wholeDays: rules.wholeDays })
  const set = useCommand(setPolicy, { onDone: () => say(words.savedRules) })
  const choices = [...new Set([...idleChoices, rules.idleMinutes])].toSorted((one, other) => one - other)
  const isAll = holders.every((role) => asking.includes(role))
  const spanText = (minutes: number) => (minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes))
  const toggle = (role: Role, on: boolean) => setAsking(on ? [...asking, role] : asking.filter((one) => one !== role))
  return (
    <Form
      form={form}
      onSubmit={(values) => set.send({ ...values, idleMinutes: idle, secondFactorRoles: [...asking] })}
      busy={set.busy}
      problem={set.problem}
      submitLabel={words.saveRules}
    >
      <FieldGroup label={words.mustHaveFactor} hint={words.mustHaveFactorAbout}>
        <CheckField label={words.allRoles} value={isAll} onChange={(on) => setAsking(on ? holders : [])} />
        {holders.map((role) => (
          <CheckField key={role} label={roleNames[role]} value={asking.includes(role)} onChange={(on) => toggle(role, on)} />
        ))}
      </FieldGroup>
      <SelectField
        label={words.idle}
        options={choices.map((minutes) => ({ value: String(minutes), label: spanText(minutes) }))}
        value={String(idle)}
        onChange={(minutes) => setIdle(Number(minutes))}
        required
      />
      <NumberField name="wholeDays" label={words.days} required />
    </Form>
  )
}
