import { lazyPart } from '#web/lazy-part.tsx'
import type { PersonPart } from '#web/person-part.ts'

const files = import.meta.glob<{ personParts: PersonPart[] }>('../modules/*/ui/person-parts.ts', { eager: true })

/** What every module adds to a person's file, in the order of the file; each in its own chunk. */
export const personParts = Object.values(files)
  .flatMap((file) => file.personParts)
  .toSorted((one, other) => one.order - other.order)
  .map(({ part, ...rest }) => ({ ...rest, Part: lazyPart(part) }))
