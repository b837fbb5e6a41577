import { searchProviders } from '#web/modules.ts'

/** Finds units for a picker, as Ctrl+K does: a page need not know which module keeps them. */
export async function findUnits(text: string, day: string, signal: AbortSignal): Promise<{ value: string; label: string; about?: string }[]> {
  const provider = searchProviders.find(({ id }) => id === 'units')
  const found = (await provider?.find(text, { day, signal })) ?? []
  return found.map(({ key, label, about }) => ({ value: key, label, ...(about ? { about } : {}) }))
}
