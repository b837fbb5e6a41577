import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { window } from '#modules/people/list.contract.ts'
import { addNeed, restoreNeed, strikeNeed, type NeedRow } from '#modules/training/need.contract.ts'
import { call } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useDay } from '#web/day.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './need-messages.ts'

const addShape = addNeed.input.omit({ year: true })

/** A unit asks for a course that no rule asks. */
export function AddNeed({ year, onClose }: { year: number; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { day } = useDay()
  const say = useToast()
  const form = useForm(addShape, { personId: '', reason: '' })
  const add = useCommand(addNeed, {
    onDone: () => {
      say(words.addDone)
      onClose()
    },
  })
  return (
    <Dialog opened title={words.addTitle} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(values) => add.send({ ...values, year })}
        busy={add.busy}
        problem={add.problem}
        submitLabel={words.add}
        onCancel={onClose}
      >
        <Combobox
          name="personId"
          label={words.person}
          required
          wide
          search={{ key: `people-${day}`, find: (text, signal) => findPeople(text, { day, language, signal }) }}
        />
        <SelectField
          name="kind"
          label={words.course}
          required
          wide
          options={Object.entries(trainingKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
        />
        <TextField name="reason" label={words.reason} required wide lines={3} />
      </Form>
    </Dialog>
  )
}

async function findPeople(text: string, { day, language, signal }: { day: string; language: 'vi' | 'en'; signal: AbortSignal }) {
  const { rows } = await call(window, { q: text, day, limit: 10 }, { signal })
  return rows.map(({ personId, name, title, unit }) => ({
    value: personId,
    label: name,
    about: [title, unit?.[language]].filter(Boolean).join(' · '),
  }))
}

/** Strikes a need, restores a struck one, takes a request back, or answers the official's own application. */
export function AnswerNeed({ need, year, onClose }: { need: NeedRow; year: number; onClose: () => void }) {
  if (need.struck || need.origin === 'added') return <TakeBack need={need} onClose={onClose} />
  if (need.origin === 'applied') return <AnswerApplication need={need} year={year} onClose={onClose} />
  return <Strike need={need} year={year} onClose={onClose} />
}

function Strike({ need, year, onClose }: { need: NeedRow; year: number; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const strike = useCommand(strikeNeed, {
    onDone: () => {
      say(words.struckDone)
      onClose()
    },
  })
  return (
    <Confirm
      opened
      reason
      title={words.strikeTitle(need.name, trainingName(need.kind)[language])}
      action={words.strike}
      busy={strike.busy}
      problem={strike.problem}
      onConfirm={(reason) => strike.send({ personId: need.personId, kind: kindOf(need), year, reason })}
      onClose={onClose}
    >
      <p>{words.strikeAbout}</p>
    </Confirm>
  )
}

function TakeBack({ need, onClose }: { need: NeedRow; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const restore = useCommand(restoreNeed, {
    onDone: () => {
      say(words.restored)
      onClose()
    },
  })
  const course = trainingName(need.kind)[language]
  return (
    <Confirm
      opened
      title={need.struck ? `${words.restore}: ${need.name}, ${course}` : words.withdrawTitle(need.name, course)}
      action={need.struck ? words.restore : words.withdraw}
      busy={restore.busy}
      problem={restore.problem}
      onConfirm={() => restore.send({ personId: need.personId, claimId: need.claimId ?? '' })}
      onClose={onClose}
    >
      <p>{need.struck?.reason ?? need.reason}</p>
    </Confirm>
  )
}

const answerShape = addNeed.input.pick({ reason: true }).extend({ answer: z.enum(['support', 'strike']) })

function AnswerApplication({ need, year, onClose }: { need: NeedRow; year: number; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const form = useForm(answerShape, { reason: '', answer: 'support' })
  const done = (said: string) => ({
    onDone: () => {
      say(said)
      onClose()
    },
  })
  const support = useCommand(addNeed, done(words.supported))
  const strike = useCommand(strikeNeed, done(words.struckDone))
  return (
    <Dialog opened title={words.answerTitle(need.name, trainingName(need.kind)[language])} onClose={onClose}>
      <Stack>
        <Notice tone="plain">{words.applied(need.reason ?? '')}</Notice>
        <Form
          form={form}
          onSubmit={({ reason, answer }) =>
            (answer === 'support' ? support : strike).send({ personId: need.personId, kind: kindOf(need), year, reason })
          }
          busy={support.busy || strike.busy}
          problem={support.problem ?? strike.problem}
          submitLabel={words.answer}
          onCancel={onClose}
        >
          <SelectField
            name="answer"
            label={words.answer}
            required
            wide
            options={[
              { value: 'support', label: words.support },
              { value: 'strike', label: words.strike },
            ]}
          />
          <TextField name="reason" label={words.reason} required wide lines={3} />
        </Form>
      </Stack>
    </Dialog>
  )
}

/** The reply's code is of the list of kinds. */
function kindOf({ kind }: NeedRow): keyof typeof trainingKinds {
  return kind as keyof typeof trainingKinds
}
