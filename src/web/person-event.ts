import type { ComponentType } from 'react'
import type { Bilingual } from '#lib/language.ts'

/** The person an event is recorded for, as far as any form must know. */
export type EventPerson = {
  personId: string
  name: string
  unit: { id: string; name: string } | null
  sex: 'male' | 'female' | null
  birth: string | null
}

/** A fact an act is about, as the file shows it. */
export type EventFact = { id: string; table: string } & Record<string, unknown>

export type EventFormProps = { person: EventPerson; fact: EventFact | null; onDone: () => void; onCancel: () => void }

/** One thing that can be recorded in a person's file, exported by a module from its `ui/person-events.ts` as `personEvents`. */
export type PersonEvent = {
  id: string
  label: Bilingual
  permission: string
  order: number
  /** An act about a fact of this table; absent for a new fact. */
  of?: { table: string; when?: (fact: EventFact) => boolean }
  form: () => Promise<ComponentType<EventFormProps>>
}
