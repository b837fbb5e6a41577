import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { purposeField } from '#modules/people/purposes.ts'
import { useSession } from '#web/session.tsx'

const key = 'kecan.purpose'
const keptShape = z.object({ accountId: z.string(), day: z.string(), purpose: purposeField })
const listeners = new Set<() => void>()
// A browser that keeps nothing still remembers while the page stays open.
let fallback = ''

/**
 * What the guarded fields of others are opened for: said once, it serves for all files of the day in this window, for this
 * account; at midnight, or for whoever signs in next, it is gone.
 */
export function usePurpose(): { purpose: string | undefined; choose: (purpose: string | undefined) => void } {
  const { account, today } = useSession()
  const text = useSyncExternalStore(listen, readText)
  const kept = parse(text)
  const isValid = kept !== null && kept.accountId === account?.id && kept.day === today
  return {
    purpose: isValid ? kept.purpose : undefined,
    choose: (purpose) => writeText(purpose === undefined || !account ? '' : JSON.stringify({ accountId: account.id, day: today, purpose })),
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function readText(): string {
  try {
    return sessionStorage.getItem(key) ?? fallback
  } catch {
    return fallback
  }
}

function writeText(text: string): void {
  fallback = text
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // Storage is full or closed to us: the variable holds it.
  }
  for (const listener of listeners) listener()
}

function parse(text: string): z.output<typeof keptShape> | null {
  try {
    return keptShape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
