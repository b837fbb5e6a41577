import { findChoices } from '#web/find-choices.ts'
import type { Choice } from '#web/kit/Combobox.tsx'

/** Finds units for a picker, as Ctrl+K does: a page need not know which module keeps them. */
export function findUnits(text: string, day: string, signal: AbortSignal): Promise<Choice[]> {
  return findChoices('units', text, day, signal)
}
