import { z } from 'zod'
import type { InputOf } from '#lib/operation.ts'
import type { readForm } from '#modules/statistics/form.contract.ts'
import { submitForm } from '#modules/statistics/submission.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

const shape = z.object({ note: z.string().trim().max(500) })

/** Hands the form in: from then on it stays as it is. */
export function SubmitForm({ input, onClose }: { input: InputOf<typeof readForm>; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(shape, { note: '' })
  const submit = useCommand(submitForm, {
    onDone: () => {
      say(words.submitted)
      onClose()
    },
  })
  return (
    <Dialog opened title={words.submit} onClose={onClose}>
      <p>{words.submitAbout}</p>
      <Form
        form={form}
        onSubmit={({ note }) => submit.send({ ...input, note: note === '' ? null : note })}
        busy={submit.busy}
        problem={submit.problem}
        submitLabel={words.submit}
        onCancel={onClose}
      >
        <TextField name="note" label={words.note} wide />
      </Form>
    </Dialog>
  )
}
