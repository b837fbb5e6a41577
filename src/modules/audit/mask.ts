/** Sensitive fields by the names that inputs and stored facts give them. */
const sensitive = new Set([
  ...['ethnicity', 'ethnicityText', 'ethnicity_text', 'religion', 'partyJoined', 'party_joined', 'partyOfficial', 'party_official'],
  ...['residence', 'phone', 'cccd', 'number', 'value', 'q'],
])
const hidden = '•••'

/** What was sent or changed, its sensitive fields kept back at every depth. */
export function masked(what: unknown): unknown {
  if (Array.isArray(what)) return what.map(masked)
  if (typeof what !== 'object' || what === null) return what
  return Object.fromEntries(
    Object.entries(what).map(([name, value]) => [name, typeof value === 'string' && sensitive.has(name) ? hidden : masked(value)]),
  )
}
