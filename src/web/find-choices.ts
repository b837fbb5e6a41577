import type { Choice } from '#web/kit/Combobox.tsx'
import { languageOfScreen } from '#web/language.tsx'
import { loadSearchProviders } from '#web/modules.ts'

/** Finds for a picker what Ctrl+K finds under a provider's id: a page need not know which module keeps it. */
export async function findChoices(providerId: string, text: string, day: string, signal: AbortSignal): Promise<Choice[]> {
  const provider = (await loadSearchProviders()).find(({ id }) => id === providerId)
  const found = (await provider?.find(text, { day, signal, language: languageOfScreen() })) ?? []
  return found.map(({ key, label, about }) => ({ value: key, label, ...(about ? { about } : {}) }))
}
