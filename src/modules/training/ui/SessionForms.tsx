import { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { addSessions, changeSession, partsOfDay, type Session } from '#modules/training/session.contract.ts'
import { CheckField } from '#web/kit/CheckField.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { FieldGroup } from '#web/kit/FieldGroup.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { CourseOf } from './ClassSessionsTab.tsx'
import { messages } from './session-messages.ts'
import { partNames, weekdayNames } from './session-words.ts'

const days = [1, 2, 3, 4, 5, 6, 7] as const
const dayNames = days.map((day) => `on${day}` as const)
const onDays = z.object(Object.fromEntries(dayNames.map((name) => [name, z.boolean().default(false)])))
const addShape = addSessions.input.omit({ classId: true, weekdays: true, override: true }).extend({ on: onDays })
const changeShape = changeSession.input.omit({ classId: true, sessionId: true, override: true })

/** Several sessions at once; each further one begins where the last ended. */
export function AddSessions({ of, last, onClose }: { of: CourseOf; last: Session | null; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const start = {
    from: last ? addDays(last.onDay, 1) : of.openedOn,
    until: '',
    part: last?.part ?? ('morning' as const),
    periods: last?.periods ?? 5,
    lecturer: last?.lecturer ?? '',
    place: last?.place ?? '',
    topic: '',
    on: {},
  }
  return (
    <Drawer opened title={words.add} onClose={onClose} width={620}>
      <EventForm
        operation={addSessions}
        shape={addShape}
        submitLabel={words.add}
        start={start}
        onCancel={onClose}
        onDone={onClose}
        inputOf={({ on, ...values }) => ({ ...values, classId: of.classId, weekdays: days.filter((day) => on[`on${day}`] === true) })}
      >
        <DateField name="from" label={words.from} precision="day" required />
        <DateField name="until" label={words.until} hint={words.untilHint} precision="day" />
        <FieldGroup label={words.weekdays} hint={words.weekdaysHint}>
          {days.map((day) => (
            <CheckField key={day} name={`on.on${day}`} label={weekdayNames[day]?.[language] ?? ''} />
          ))}
        </FieldGroup>
        <TaughtFields />
      </EventForm>
    </Drawer>
  )
}

export function ChangeSession({ classId, session, onClose }: { classId: string; session: Session; onClose: () => void }) {
  const words = useWords(messages)
  const { onDay, part, periods } = session
  const start = { onDay, part, periods, topic: session.topic ?? '', lecturer: session.lecturer ?? '', place: session.place ?? '' }
  return (
    <Drawer opened title={words.change} onClose={onClose} width={620}>
      <EventForm
        operation={changeSession}
        shape={changeShape}
        submitLabel={words.change}
        start={start}
        onCancel={onClose}
        onDone={onClose}
        inputOf={(values) => ({ ...values, classId, sessionId: session.sessionId })}
      >
        <DateField name="onDay" label={words.day} precision="day" required />
        <TaughtFields />
      </EventForm>
    </Drawer>
  )
}

function TaughtFields() {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <>
      <SelectField
        name="part"
        label={words.part}
        required
        options={partsOfDay.map((value) => ({ value, label: partNames[value][language] }))}
      />
      <NumberField name="periods" label={words.periods} required />
      <TextField name="topic" label={words.topic} wide />
      <TextField name="lecturer" label={words.lecturer} hint={words.lecturerHint} />
      <TextField name="place" label={words.room} />
    </>
  )
}
