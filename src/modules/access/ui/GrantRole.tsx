import { grantRole, type Account } from '#modules/access/account.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { RoleFields } from './RoleFields.tsx'

const given = grantRole.input.omit({ accountId: true })
const shape = given.extend({ unitId: given.shape.unitId.default(null) })

export function GrantRole({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(shape, { role: 'unit_clerk', unitId: '' })
  const grant = useCommand(grantRole, {
    onDone: () => {
      say(words.granted)
      onClose()
    },
  })
  return (
    <Dialog opened title={`${words.grant}: ${account.displayName}`} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(role) => grant.send({ accountId: account.id, ...role })}
        busy={grant.busy}
        problem={grant.problem}
        submitLabel={words.grant}
        onCancel={onClose}
      >
        <RoleFields />
      </Form>
    </Dialog>
  )
}
