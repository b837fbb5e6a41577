import type { PersonPart } from '#web/person-part.ts'

export const personParts: PersonPart[] = [
  {
    id: 'qualifications.gap.person',
    permission: 'people.read',
    order: 10,
    part: () => import('./PersonStandards.tsx').then((module) => module.PersonStandards),
  },
]
