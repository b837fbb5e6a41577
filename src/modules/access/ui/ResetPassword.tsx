import { resetPassword, type Account } from '#modules/access/account.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { usePasswordRule } from './password-rule.ts'
import { messages as signInMessages } from './sign-in-messages.ts'

const shape = resetPassword.input.omit({ accountId: true })

export function ResetPassword({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useWords(messages)
  const signInWords = useWords(signInMessages)
  const say = useToast()
  const ruled = usePasswordRule()
  const form = useForm(
    ruled(shape, 'password', () => [account.username, account.displayName]),
    { password: '' },
  )
  const reset = useCommand(resetPassword, {
    onDone: () => {
      say(words.resetDone)
      onClose()
    },
  })
  return (
    <Dialog opened title={words.resetTitle(account.displayName)} onClose={onClose}>
      <Form
        form={form}
        onSubmit={({ password }) => reset.send({ accountId: account.id, password })}
        busy={reset.busy}
        problem={reset.problem}
        submitLabel={words.reset}
        onCancel={onClose}
      >
        <TextField
          name="password"
          label={words.password}
          hint={signInWords.firstPasswordHint}
          type="password"
          autoComplete="new-password"
          required
          wide
        />
      </Form>
    </Dialog>
  )
}
