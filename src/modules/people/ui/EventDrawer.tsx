import { createElement, lazy, Suspense, type ComponentType } from 'react'
import { Drawer } from '#web/kit/Drawer.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'
import { useLanguage } from '#web/language.tsx'
import type { EventFact, EventFormProps, EventPerson } from '#web/person-event.ts'
import { personEvents } from '#web/person-events.ts'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

const forms = new Map<string, ComponentType<EventFormProps>>(
  personEvents.map(({ id, form }) => [id, lazy(async () => ({ default: await form() }))]),
)

/** The form of one event, in a drawer over the file. */
export function EventDrawer({
  eventId,
  fact,
  person,
  onClose,
}: {
  eventId: string
  fact: EventFact | null
  person: EventPerson
  onClose: () => void
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const event = personEvents.find(({ id }) => id === eventId)
  const form = forms.get(eventId)
  if (!event || !form) return null
  return (
    <Drawer opened title={words.recordTitle(event.label[language], person.name)} onClose={onClose} width={620}>
      <Suspense fallback={<Skeleton rows={6} />}>{createElement(form, { person, fact, onDone: onClose, onCancel: onClose })}</Suspense>
    </Drawer>
  )
}
