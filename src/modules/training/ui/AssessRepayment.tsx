import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { commitmentRuleOn, repaymentCauses } from '#law/commitment.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm, useEventValue } from '#modules/people/ui/EventForm.tsx'
import { assessRepayment, recordRepayment, type CommitmentRow } from '#modules/training/commitment.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { FieldGroup } from '#web/kit/FieldGroup.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { causeNames, messages } from './commitment-messages.ts'

const shape = recordRepayment.input.omit({ personId: true, commitmentId: true, override: true })

/** What would be paid back, worked out while the case and the day are chosen, and then recorded. */
export function AssessRepayment({ commitment, onClose }: { commitment: CommitmentRow; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { personId, id: commitmentId, lastUntil, serviceFrom } = commitment
  const rule = commitmentRuleOn(commitment.sentOn)
  return (
    <Drawer opened title={words.assessTitle(commitment.name)} onClose={onClose} width={620}>
      <EventForm
        operation={recordRepayment}
        shape={shape}
        start={{ cause: serviceFrom ? 'left' : 'quit', on: lastUntil ?? '', reduced: 'no' }}
        submitLabel={words.record}
        onDone={onClose}
        onCancel={onClose}
        inputOf={(values) => ({ ...values, personId, commitmentId })}
      >
        <SelectField
          name="cause"
          label={words.cause}
          required
          wide
          options={repaymentCauses.map((value) => ({ value, label: causeNames[value][language] }))}
        />
        <DateField name="on" label={words.on} precision="day" required />
        {rule?.reduction && (
          <SelectField
            name="reduced"
            label={`${words.reduced} (${words.ruleUnverified})`}
            options={[
              { value: 'no', label: words.notReduced },
              { value: 'yes', label: words.lessAYear(String(rule.reduction.percentAYear)) },
            ]}
          />
        )}
        <Assessment personId={personId} commitmentId={commitmentId} />
        <BasisFields />
      </EventForm>
    </Drawer>
  )
}

function Assessment({ personId, commitmentId }: { personId: string; commitmentId: string }) {
  const words = useWords(messages)
  const chosen = { cause: useEventValue('cause'), on: useEventValue('on'), reduced: useEventValue('reduced') }
  const asked = assessRepayment.input.safeParse({ personId, commitmentId, ...chosen })
  if (!asked.success) return <Notice tone="plain">{words.fillIn}</Notice>
  return <Sum asked={asked.data} />
}

function Sum({ asked }: { asked: z.output<typeof assessRepayment.input> }) {
  const words = useWords(messages)
  const format = useFormat()
  const refusalText = useRefusalText()
  const assessed = useQuery({ ...read(assessRepayment, asked), placeholderData: keepPreviousData })
  const money = (amount: number) => words.money(format.number(amount))
  return (
    <Loaded query={assessed} rows={3}>
      {({ cost, committedMonths, servedMonths, amount, isWhole, reduction, rule, limits, objections }) => (
        <FieldGroup label={words.repay}>
          <Notice tone={objections.length > 0 ? 'attention' : 'success'}>
            <p>
              <strong>
                {isWhole
                  ? words.whole(money(amount))
                  : words.formula(format.number(cost), format.number(committedMonths), format.number(servedMonths), money(amount))}
              </strong>
            </p>
            <p>
              {rule.document}
              {!rule.verified && ` (${words.ruleUnverified})`}
            </p>
            {reduction?.isApplied && <p>{words.reducedBy(format.number(reduction.percent))}</p>}
            {limits && <p>{words.limits(format.number(limits.councilDays), format.number(limits.paymentDays))}</p>}
            {objections.map((objection) => (
              <p key={objection.code}>{refusalText(objection)}</p>
            ))}
          </Notice>
        </FieldGroup>
      )}
    </Loaded>
  )
}
