import { changePassword } from '#modules/access/session.contract.ts'
import { useCommand } from '#web/command.ts'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'
import { usePasswordRule } from './password-rule.ts'

/** Changes one's own password. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const words = useWords(messages)
  const { account } = useSession()
  const say = useToast()
  const ruled = usePasswordRule()
  const shape = ruled(changePassword.input, 'next', () => [account?.username ?? '', account?.displayName ?? ''])
  const form = useForm(shape, { current: '', next: '' })
  const change = useCommand(changePassword, {
    onDone: () => {
      say(words.changed)
      form.reset()
      onDone?.()
    },
  })
  return (
    <Form form={form} onSubmit={change.send} busy={change.busy} problem={change.problem} submitLabel={words.changePassword}>
      <TextField name="current" label={words.current} type="password" autoComplete="current-password" required wide />
      <TextField name="next" label={words.next} type="password" autoComplete="new-password" hint={words.nextHint} required wide />
    </Form>
  )
}
