import { changePassword } from '#modules/access/session.contract.ts'
import { useCommand } from '#web/command.ts'
import { useGo } from '#web/day.ts'
import { Card } from '#web/kit/Card.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { paths } from '#web/paths.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

export function PasswordPage() {
  const words = useWords(messages)
  const { account } = useSession()
  const say = useToast()
  const go = useGo()
  const form = useForm(changePassword.input, { current: '', next: '' })
  const change = useCommand(changePassword, {
    onDone: () => {
      say(words.changed)
      go(paths.home())
    },
  })
  return (
    <Page title={words.changePassword}>
      {account?.mustChangePassword && <Notice tone="attention">{words.mustChange}</Notice>}
      <Card>
        <Form form={form} onSubmit={change.send} busy={change.busy} problem={change.problem} submitLabel={words.changePassword}>
          <TextField name="current" label={words.current} type="password" autoComplete="current-password" required wide />
          <TextField
            name="next"
            label={words.next}
            type="password"
            autoComplete="new-password"
            hint={words.passwordHint.split(';')[0]}
            required
            wide
          />
        </Form>
      </Card>
    </Page>
  )
}
