import type { Writes } from './planned.ts'

/**
 * The same writes, saying where the new person is to be seen: where the one unit is that ties the person. Who has none or
 * several is left to be settled when the command ends.
 */
export function withScope(writes: Writes, scopes: ReadonlyMap<string, readonly number[]>): Writes {
  const { person, assignments = [], memberships = [] } = writes
  const [tie, other] = [...assignments, ...memberships]
  const scope = person && tie && !other ? scopes.get(tie.unitId) : undefined
  if (!person || !scope) return writes
  const seen = <T extends object>(facts: readonly T[] | undefined) => facts?.map((fact) => ({ ...fact, scope })) ?? []
  return {
    ...writes,
    person: { ...person, scope },
    identities: seen(writes.identities),
    assignments: seen(assignments),
    memberships: seen(memberships),
    qualifications: seen(writes.qualifications),
    sendings: seen(writes.sendings),
    enrolments: seen(writes.enrolments),
  }
}
