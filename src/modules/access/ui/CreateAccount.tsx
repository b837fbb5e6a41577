import { createAccount, grantRole } from '#modules/access/account.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { usePasswordRule } from './password-rule.ts'
import { RoleFields } from './RoleFields.tsx'
import { messages as signInMessages } from './sign-in-messages.ts'

const grant = grantRole.input.omit({ accountId: true })
const shape = createAccount.input
  .omit({ grants: true, personId: true })
  .extend({ role: grant.shape.role, unitId: grant.shape.unitId.default(null) })

export function CreateAccount({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords(messages)
  const signInWords = useWords(signInMessages)
  const say = useToast()
  const ruled = usePasswordRule()
  const ruledShape = ruled(shape, 'password', ({ username, displayName }) => [String(username), String(displayName)])
  const form = useForm(ruledShape, { username: '', displayName: '', password: '', role: 'unit_clerk', unitId: '' })
  const create = useCommand(createAccount, {
    onDone: () => {
      say(words.created)
      form.reset()
      onClose()
    },
  })
  return (
    <Dialog opened={opened} title={words.create} onClose={onClose}>
      <Form
        form={form}
        onSubmit={({ role, unitId, ...account }) => create.send({ ...account, grants: [{ role, unitId }] })}
        busy={create.busy}
        problem={create.problem}
        submitLabel={words.create}
        onCancel={onClose}
      >
        <TextField name="displayName" label={words.displayName} required wide />
        <TextField name="username" label={words.username} hint={words.usernameHint} required />
        <TextField
          name="password"
          label={words.password}
          hint={signInWords.firstPasswordHint}
          type="password"
          autoComplete="new-password"
          required
        />
        <RoleFields />
      </Form>
    </Dialog>
  )
}
