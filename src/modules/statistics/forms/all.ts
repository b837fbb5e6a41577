import type { FormDefinition } from '../form.ts'
import { bieu10 } from './bieu-10.ts'
import { stateTraining } from './state-training.ts'

/** The official forms there are, in the order in which offices fill them. */
export const forms: readonly FormDefinition[] = [bieu10, stateTraining]

export function formNamed(name: string): FormDefinition | undefined {
  return forms.find(({ form }) => form === name)
}
