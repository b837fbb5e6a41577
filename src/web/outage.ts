import { useSyncExternalStore } from 'react'
import { Problem } from '#web/client.ts'

/** What is missing for a moment: the database, the room to answer, or the server behind a proxy. */
export type Outage = 'unavailable' | 'busy'

let outage: Outage | null = null
const listeners = new Set<() => void>()

/** Whether the answer will be another one in a moment, with nothing for a person to do but wait. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Problem) || ![502, 503, 504].includes(error.status)) return null
  // What an administrator must mend does not pass by itself.
  if (['disk-full', 'read-only'].includes(error.code)) return null
  return error.code === 'busy' ? 'busy' : 'unavailable'
}

/** Notes what was found out by asking: why nothing came, or null when an answer did. */
export function noteOutage(found: Outage | null) {
  if (outage === found) return
  outage = found
  for (const listener of listeners) listener()
}

export function useOutage(): Outage | null {
  return useSyncExternalStore(listen, () => outage)
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
