import type { ComponentType } from 'react'

/** A part of a person's file that a module after the people shows, exported from its `ui/person-parts.ts` as `personParts`. */
export type PersonPart = {
  id: string
  permission: string
  order: number
  part: () => Promise<ComponentType<PersonPartProps>>
}
export type PersonPartProps = { personId: string; knownOn: string | undefined }
