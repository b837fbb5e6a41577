/** What is not the name of a field but carries one: a corrected cell, a search. */
const carriers = ['value', 'q']
/** That somebody belongs to the Party or an association: of such a tie only that there was one is told. */
const politicalKinds = new Set<unknown>(['party_member', 'association_member', 'party_card'])
const ofTheTie = new Set(['kind', 'association', 'title', 'titleText', 'title_text', 'unit', 'unitId', 'unit_id'])

/** What was sent or changed without its guarded fields, at every depth: they are absent, as they are in the files themselves. */
export function masked(what: unknown, guarded: ReadonlySet<string>): unknown {
  if (Array.isArray(what)) return what.map((one) => masked(one, guarded))
  if (typeof what !== 'object' || what === null) return what
  const isPolitical = 'kind' in what && politicalKinds.has(what.kind)
  return Object.fromEntries(
    Object.entries(what)
      .filter(([name]) => !guarded.has(name) && !carriers.includes(name) && !(isPolitical && ofTheTie.has(name)))
      .map(([name, value]) => [name, masked(value, guarded)]),
  )
}
