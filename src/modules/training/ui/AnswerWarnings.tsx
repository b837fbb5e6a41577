import { z } from 'zod'
import type { Nominee } from '#modules/training/board.contract.ts'
import { overrideWarnings } from '#modules/training/board-acts.contract.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Lines, Verdict } from '#web/kit/PickList.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'
import { conditionWords } from './condition-messages.ts'

const shape = z.object({ reason: overrideWarnings.input.shape.reason })

/** Somebody answers for the conditions that are not met. */
export function AnswerWarnings({
  classId,
  revision,
  on,
  nominee,
  onDone,
  onClose,
}: {
  classId: string
  revision: number
  on: string
  nominee: Nominee
  onDone: () => void
  onClose: () => void
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const form = useForm(shape, { reason: '' })
  const answering = useCommand(overrideWarnings, {
    onDone: () => {
      say(words.answerSaved)
      onDone()
    },
  })
  const open = nominee.conditions.filter(({ code }) => nominee.open.includes(code))
  return (
    <Dialog opened title={words.answerTitle(nominee.name)} onClose={onClose}>
      <Form
        form={form}
        onSubmit={({ reason }) => answering.send({ classId, revision, on, personId: nominee.personId, codes: nominee.open, reason })}
        busy={answering.busy}
        problem={answering.problem}
        submitLabel={words.answerSave}
        onCancel={onClose}
      >
        <Lines
          label={words.which}
          lines={open.map(({ code, asked, found }) => ({
            key: code,
            line: (
              <Verdict state="unmet">
                {`${conditionWords[language][code].name}: ${conditionWords[language][code].found(found)}. ${words.asked(conditionWords[language][code].asked(asked))}`}
              </Verdict>
            ),
          }))}
        />
        <TextField name="reason" label={words.reason} hint={words.answerAbout} lines={2} required wide />
      </Form>
    </Dialog>
  )
}
