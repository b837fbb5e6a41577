import { window } from '#modules/people/list.contract.ts'
import { mergePersons } from '#modules/people/merge.contract.ts'
import { call } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay } from '#web/format.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import type { EventFormProps } from '#web/person-event.ts'
import { useWords } from '#web/words.ts'
import { EventForm } from './EventForm.tsx'
import { messages } from './form-messages.ts'

const shape = mergePersons.input.pick({ mergedId: true, reason: true })

/** Two files of one person: what the other holds comes here, and the other leaves the lists. */
export function MergePersons({ person, onDone, onCancel }: EventFormProps) {
  const words = useWords(messages)
  const { day } = useDay()
  async function find(text: string, signal: AbortSignal) {
    const { rows } = await call(window, { q: text || person.name, group: 'all', status: 'all', day, limit: 10 }, { signal })
    return rows
      .filter(({ personId }) => personId !== person.personId)
      .map(({ personId, name, birth, title, unit }) => ({
        value: personId,
        label: name,
        about: [birth && formatDay(birth), title, unit?.vi].filter(Boolean).join(' · '),
      }))
  }
  return (
    <EventForm
      operation={mergePersons}
      shape={shape}
      start={{}}
      submitLabel={words.merge}
      onDone={onDone}
      onCancel={onCancel}
      inputOf={(values) => ({ ...values, personId: person.personId })}
    >
      <Notice>{words.mergeAbout}</Notice>
      <Combobox name="mergedId" label={words.mergeWith} required wide search={{ key: `twins-${person.personId}`, find }} />
      <TextField name="reason" label={words.mergeReason} required wide />
    </EventForm>
  )
}
