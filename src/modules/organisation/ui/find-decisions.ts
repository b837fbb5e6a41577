import type { Choice } from '#web/kit/Combobox.tsx'
import { searchProviders } from '#web/modules.ts'

/** Finds papers as Ctrl+K does: this module stands before the register and may not know it. */
export async function findDecisions(text: string, day: string, signal: AbortSignal): Promise<Choice[]> {
  const provider = searchProviders.find(({ id }) => id === 'decisions')
  const found = (await provider?.find(text, { day, signal })) ?? []
  return found.map(({ key, label, about }) => ({ value: key, label, ...(about ? { about } : {}) }))
}
