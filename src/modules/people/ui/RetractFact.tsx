import { retractFact } from '#modules/people/person.contract.ts'
import { useCommand } from '#web/command.ts'
import { Form } from '#web/kit/Form.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

const shape = retractFact.input.pick({ reason: true })

/** Takes back what was recorded in error. */
export function RetractFact({ person, fact, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(shape, { reason: '' })
  const retract = useCommand(retractFact, {
    onDone: () => {
      say(words.recorded)
      onDone()
    },
  })
  const table = retractFact.input.shape.table.safeParse(fact?.table)
  if (!fact || !table.success) return null
  return (
    <Form
      form={form}
      onSubmit={({ reason }) => retract.send({ personId: person.personId, factId: fact.id, table: table.data, reason })}
      busy={retract.busy}
      problem={retract.problem}
      submitLabel={words.retract}
      onCancel={onCancel}
    >
      <Notice>{words.retractAbout}</Notice>
      <TextField name="reason" label={words.reason} lines={2} wide required />
    </Form>
  )
}
