import { useSyncExternalStore } from 'react'
import { Problem } from '#web/client.ts'

let expired = false
const listeners = new Set<() => void>()

/** Notes that the server no longer knows the session; any read or command may find out. */
export function noteExpiry(error: unknown) {
  if (error instanceof Problem && error.status === 401) setExpired(true)
}

export function setExpired(next: boolean) {
  expired = next
  for (const listener of listeners) listener()
}

export function useExpired(): boolean {
  return useSyncExternalStore(listen, () => expired)
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
