import type { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { dayText } from '#lib/operation.ts'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { UnitField } from '#modules/people/ui/UnitField.tsx'
import { correctClass, createClass, type ClassRow } from '#modules/training/class.contract.ts'
import { useGo } from '#web/day.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages as classMessages } from './class-messages.ts'
import { messages } from './messages.ts'

const until = dayText.nullable().default(null)
const openShape = createClass.input.omit({ closedOn: true, override: true }).extend({ until })
const correctShape = correctClass.input.omit({ classId: true, closedOn: true, override: true }).extend({ until })

export type ClassStart = { start: Partial<z.input<typeof openShape>>; opener: { id: string; name: string } }

/** A class is opened, perhaps as a line of a plan says (`from`); its trainees are entered on its own page. */
export function OpenClass({ from, onClose }: { from?: ClassStart; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { authority } = useSession()
  const go = useGo()
  const own = from?.opener ?? (authority && { id: authority.unitId, name: authority[language] })
  return (
    <Drawer opened title={words.openClass} onClose={onClose} width={620}>
      <EventForm
        operation={createClass}
        shape={openShape}
        submitLabel={words.open}
        start={{ kind: 'BD_CD', openerUnitId: own?.id ?? '', ...from?.start }}
        onCancel={onClose}
        onDone={({ classId }) => {
          onClose()
          go(paths.class(classId))
        }}
        inputOf={({ until: last, ...values }) => ({ ...values, closedOn: last && addDays(last, 1) })}
      >
        <ClassFields opener={own} />
        <BasisFields />
      </EventForm>
    </Drawer>
  )
}

export function CorrectClass({ of, onClose }: { of: ClassRow; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const start = {
    kind: of.kind as 'BD_CD',
    title: of.title,
    openerUnitId: of.opener.id,
    openedOn: of.openedOn,
    until: of.closedOn ? addDays(of.closedOn, -1) : '',
    place: of.place ?? '',
    lecturer: of.lecturer ?? '',
    headCount: of.headCount,
    seats: of.seats,
    periods: of.periods,
    planLineId: of.planLineId,
    institution: of.institution ?? '',
    mode: of.mode ?? '',
    fieldText: of.fieldText ?? '',
  }
  return (
    <Drawer opened title={words.correct} onClose={onClose} width={620}>
      <EventForm
        operation={correctClass}
        shape={correctShape}
        submitLabel={words.correct}
        start={start}
        onCancel={onClose}
        onDone={onClose}
        inputOf={({ until: last, ...values }) => ({ ...values, classId: of.classId, closedOn: last && addDays(last, 1) })}
      >
        <ClassFields opener={{ id: of.opener.id, name: of.opener[language] }} />
        <BasisFields reason />
      </EventForm>
    </Drawer>
  )
}

function ClassFields({ opener }: { opener: { id: string; name: string } | null }) {
  const words = useWords(messages)
  const more = useWords(classMessages)
  const { language } = useLanguage()
  const modes = Object.entries({ ...studyModes, ...theoryModes }).map(([value, name]) => ({ value, label: name[language] }))
  return (
    <>
      <TextField name="title" label={words.title} required wide />
      <SelectField
        name="kind"
        label={words.kind}
        required
        options={Object.entries(trainingKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
      />
      <UnitField name="openerUnitId" label={words.opener} known={opener} required />
      <DateField name="openedOn" label={words.opened} precision="day" required />
      <DateField name="until" label={words.closed} precision="day" />
      <TextField name="place" label={words.place} />
      <TextField name="lecturer" label={words.lecturer} />
      <NumberField name="seats" label={more.seats} />
      <NumberField name="periods" label={more.periods} />
      <TextField name="institution" label={more.institution} />
      <SelectField name="mode" label={more.mode} any={more.anyMode} options={modes} />
      <TextField name="fieldText" label={more.field} hint={more.fieldHint} />
      <NumberField name="headCount" label={words.headCount} />
    </>
  )
}
