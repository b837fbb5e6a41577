import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { trainingName } from '#modules/people/fact-words.ts'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { listNeeds } from '#modules/training/need.contract.ts'
import { addLineFromNeeds } from '#modules/training/plan-line.contract.ts'
import type { PlanHead } from '#modules/training/plan.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'

const shape = addLineFromNeeds.input.pick({ kind: true, seats: true }) satisfies z.ZodObject

/** One press makes a line of all who need a course, its seats shared among their units. */
export function LineFromNeeds({ plan, onClose, onRefused }: { plan: PlanHead; onClose: () => void; onRefused: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const say = useToast()
  const needs = useQuery(read(listNeeds, { year: plan.year, unitId: plan.unit.id, state: 'open', limit: 1 }))
  return (
    <Dialog opened title={words.fromNeedsTitle} onClose={onClose}>
      <Loaded query={needs}>
        {({ byKind }) =>
          byKind.length === 0 ? (
            <Notice tone="plain">{words.noNeeds}</Notice>
          ) : (
            <Stack>
              <Notice tone="plain">{words.fromNeedsAbout}</Notice>
              <EventForm
                operation={addLineFromNeeds}
                shape={shape}
                submitLabel={words.addLine}
                start={{ kind: byKind[0]?.kind as 'BD_CD', seats: null }}
                inputOf={(values) => ({ ...values, planId: plan.planId, revision: plan.revision })}
                onDone={() => {
                  say(words.lineAdded)
                  onClose()
                }}
                onRefused={onRefused}
                onCancel={onClose}
              >
                <SelectField
                  name="kind"
                  label={words.kind}
                  required
                  wide
                  options={byKind.map(({ kind, needs: count }) => ({
                    value: kind,
                    label: words.needsOfKind(trainingName(kind)[language], format.number(count)),
                  }))}
                />
                <NumberField name="seats" label={words.seats} hint={words.seatsHint} />
              </EventForm>
            </Stack>
          )
        }
      </Loaded>
    </Dialog>
  )
}
