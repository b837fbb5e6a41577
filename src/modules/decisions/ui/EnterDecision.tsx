import { createDecision } from '#modules/decisions/decision.contract.ts'
import { useCommand } from '#web/command.ts'
import { useGo } from '#web/day.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { paths } from '#web/paths.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { messages } from './messages.ts'

const shape = createDecision.input.omit({ issuerUnitId: true })

/** A paper enters the register as the office of the account's own unit has it. */
export function EnterDecision({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const go = useGo()
  const { account, authority } = useSession()
  const form = useForm(shape, {
    code: '',
    issuedOn: '',
    kind: 'sending',
    issuer: authority?.vi ?? '',
    subject: '',
    signer: '',
    signerTitle: '',
  })
  const issuerUnitId = account?.grants.find((grant) => grant.role === 'organisation_officer')?.unitId ?? authority?.unitId ?? null
  const enter = useCommand(createDecision, {
    onDone: ({ id }) => {
      say(words.added)
      onClose()
      go(paths.decision(id))
    },
  })
  return (
    <Dialog opened={opened} title={words.add} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(entry) => enter.send({ ...entry, issuerUnitId })}
        busy={enter.busy}
        problem={enter.problem}
        submitLabel={words.add}
        onCancel={onClose}
      >
        <DecisionFields />
      </Form>
    </Dialog>
  )
}
