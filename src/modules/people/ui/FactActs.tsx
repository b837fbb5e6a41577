import type { EventFact } from '#web/person-event.ts'
import { personEvents } from '#web/person-events.ts'
import { IconButton } from '#web/kit/Button.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { useLanguage } from '#web/language.tsx'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

/** What may be done about one fact: end, correct, take back. */
export function FactActs({ fact, label, onAct }: { fact: EventFact; label: string; onAct: (eventId: string, fact: EventFact) => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const may = useMay()
  const events = personEvents.filter(
    ({ of, permission }) =>
      of !== undefined && (of.table === fact.table || of.table === '*') && may(permission) && of.when?.(fact) !== false,
  )
  if (events.length === 0) return null
  return (
    <Menu items={events.map((event) => ({ label: event.label[language], onSelect: () => onAct(event.id, fact) }))}>
      <IconButton icon="more" label={words.actsOn(label)} />
    </Menu>
  )
}
