import { findChoices } from '#web/find-choices.ts'
import type { Choice } from '#web/kit/Combobox.tsx'

/** Finds papers as Ctrl+K does: this module stands before the register and may not know it. */
export function findDecisions(text: string, day: string, signal: AbortSignal): Promise<Choice[]> {
  return findChoices('decisions', text, day, signal)
}
