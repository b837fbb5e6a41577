import { askProposal, type ProposalRead } from '#modules/training/proposal.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './proposal-messages.ts'

const shape = askProposal.input.pick({ budget: true, awayPercent: true })

/** Within what the proposal is to be worked out: as last time, or as the plan says. */
export function AskProposal({ plan, last, onClose }: { plan: ProposalRead['plan']; last: ProposalRead['proposal']; onClose: () => void }) {
  const words = useWords(messages)
  const from = last ?? plan
  const form = useForm(shape, { budget: from.budget, awayPercent: from.awayPercent })
  const ask = useCommand(askProposal, { onDone: onClose })
  return (
    <Dialog opened title={words.ask} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(given) => ask.send({ planId: plan.planId, ...given })}
        busy={ask.busy}
        problem={ask.problem}
        submitLabel={words.ask}
        onCancel={onClose}
      >
        <NumberField name="budget" label={words.budget} hint={words.budgetHint} wide />
        <NumberField name="awayPercent" label={words.away} hint={words.awayHint} wide />
      </Form>
    </Dialog>
  )
}
