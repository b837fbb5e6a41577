import { costItems } from '#law/training-costs.ts'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import type { PlanLine } from '#modules/training/plan-line.contract.ts'
import type { PlanRead } from '#modules/training/plan.contract.ts'
import { correctSpending, recordSpending, type Spending } from '#modules/training/spending.contract.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useToday } from '#web/today.ts'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'

const paymentShape = recordSpending.input.omit({ planId: true, lineId: true, override: true })
const correctShape = correctSpending.input.omit({ planId: true, lineId: true, spendingId: true, override: true })

/** Money paid for a course, by its voucher. */
export function RecordPayment({ read, line, onClose }: { read: PlanRead; line: PlanLine; onClose: () => void }) {
  const words = useWords(messages)
  const today = useToday()
  return (
    <Dialog opened title={words.payTitle(line.title)} onClose={onClose}>
      <EventForm
        operation={recordSpending}
        shape={paymentShape}
        start={{ item: (line.costs[0]?.item ?? 'tuition') as 'tuition', paidOn: today, voucher: '', note: '' }}
        inputOf={(values) => ({ ...values, planId: read.plan.planId, lineId: line.lineId })}
        onDone={onClose}
        onCancel={onClose}
      >
        <PaymentFields />
      </EventForm>
    </Dialog>
  )
}

export function CorrectPayment({ read, payment, onClose }: { read: PlanRead; payment: Spending; onClose: () => void }) {
  const words = useWords(messages)
  const { item, amount, paidOn, voucher, note, lineId } = payment
  return (
    <Dialog opened title={`${words.correctPayment}: ${voucher}`} onClose={onClose}>
      <EventForm
        operation={correctSpending}
        shape={correctShape}
        start={{ item: item as 'tuition', amount, paidOn, voucher, note: note ?? '', reason: '' }}
        inputOf={(values) => ({ ...values, planId: read.plan.planId, lineId, spendingId: payment.id })}
        onDone={onClose}
        onCancel={onClose}
      >
        <PaymentFields />
        <TextField name="reason" label={words.reason} required wide />
      </EventForm>
    </Dialog>
  )
}

function PaymentFields() {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <>
      <SelectField
        name="item"
        label={words.item}
        required
        wide
        options={Object.entries(costItems).map(([value, { name }]) => ({ value, label: name[language] }))}
      />
      <NumberField name="amount" label={words.amount} required />
      <DateField name="paidOn" label={words.paidOn} precision="day" required />
      <TextField name="voucher" label={words.voucher} required />
      <TextField name="note" label={words.note} />
    </>
  )
}
