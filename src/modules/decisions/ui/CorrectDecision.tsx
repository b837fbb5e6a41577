import { correctDecision, type Decision } from '#modules/decisions/decision.contract.ts'
import { decisionKinds } from '#modules/decisions/decision-kinds.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { messages } from './messages.ts'

const shape = correctDecision.input.omit({ decisionId: true, issuerUnitId: true })

/** Mends what was written wrongly in the register; what the paper did stays with it. */
export function CorrectDecision({ decision, opened, onClose }: { decision: Decision; opened: boolean; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const form = useForm(shape, {
    code: decision.code,
    kind: decisionKinds.find((kind) => kind === decision.kind) ?? 'other',
    issuedOn: decision.issuedOn,
    issuer: decision.issuer,
    signer: decision.signer ?? '',
    signerTitle: decision.signerTitle ?? '',
    subject: decision.subject,
    reason: '',
  })
  const correct = useCommand(correctDecision, {
    onDone: () => {
      say(words.corrected)
      onClose()
    },
  })
  return (
    <Dialog opened={opened} title={words.correct} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(entry) => correct.send({ decisionId: decision.id, issuerUnitId: decision.issuerUnitId, ...entry })}
        busy={correct.busy}
        problem={correct.problem}
        submitLabel={words.correct}
        onCancel={onClose}
      >
        <DecisionFields />
        <TextField name="reason" label={words.reason} required wide />
      </Form>
    </Dialog>
  )
}
