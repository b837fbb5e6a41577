import { withdrawDecision, type Decision, listDecisions } from '#modules/decisions/decision.contract.ts'
import { call } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const shape = withdrawDecision.input.omit({ decisionId: true })

export function WithdrawDecision({
  decision,
  facts,
  opened,
  onClose,
}: {
  decision: Decision
  facts: number
  opened: boolean
  onClose: () => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const say = useToast()
  const form = useForm(shape, { on: '', why: '' })
  const withdraw = useCommand(withdrawDecision, {
    onDone: () => {
      say(words.done)
      onClose()
    },
  })
  return (
    <Dialog opened={opened} title={words.withdrawTitle(decision.code)} onClose={onClose}>
      <p>{words.withdrawAbout(format.number(facts))}</p>
      <Form
        form={form}
        onSubmit={(act) => withdraw.send({ decisionId: decision.id, ...act })}
        busy={withdraw.busy}
        problem={withdraw.problem}
        submitLabel={words.withdraw}
        onCancel={onClose}
      >
        <DateField name="on" label={words.withdrawOn} precision="day" required />
        <Combobox
          name="byDecisionId"
          label={words.withdrawBy}
          search={{
            key: 'decisions',
            find: async (text, signal) =>
              (await call(listDecisions, { q: text, limit: 8 }, { signal })).decisions.map(({ id, code, subject }) => ({
                value: id,
                label: code,
                about: subject,
              })),
          }}
        />
        <TextField name="why" label={words.withdrawWhy} lines={3} required wide />
      </Form>
    </Dialog>
  )
}
