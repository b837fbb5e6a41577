import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { settleRepayment } from '#modules/training/commitment.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './commitment-messages.ts'

const shape = settleRepayment.input.omit({ personId: true, repaymentId: true, override: true })

export function SettleRepayment({ personId, repaymentId, onClose }: { personId: string; repaymentId: string; onClose: () => void }) {
  const words = useWords(messages)
  return (
    <Drawer opened title={words.settle} onClose={onClose} width={620}>
      <EventForm
        operation={settleRepayment}
        shape={shape}
        start={{ status: 'paid' }}
        onDone={onClose}
        onCancel={onClose}
        inputOf={(values) => ({ ...values, personId, repaymentId })}
      >
        <SelectField
          name="status"
          label={words.settleAs}
          required
          options={(['paid', 'waived'] as const).map((value) => ({ value, label: words.status[value] }))}
        />
        <DateField name="on" label={words.settledOn} precision="day" required />
        <BasisFields />
      </EventForm>
    </Drawer>
  )
}
