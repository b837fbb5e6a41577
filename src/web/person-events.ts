import type { PersonEvent } from '#web/person-event.ts'

type EventsFile = { personEvents: PersonEvent[] }

const files = import.meta.glob<EventsFile>('../modules/*/ui/person-events.ts', { eager: true })

/** What every module lets one record in a person's file, in the order of the file. */
export const personEvents: PersonEvent[] = Object.values(files)
  .flatMap((file) => file.personEvents)
  .toSorted((one, other) => one.order - other.order)
