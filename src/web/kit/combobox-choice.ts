import type { FieldProps } from '#web/kit/FieldFrame.tsx'

export type Choice = { value: string; label: string; about?: string }

export type ComboboxProps = FieldProps<string> & {
  /** The known choices, filtered here without regard to diacritics … */
  options?: readonly Choice[]
  /** … or a search on the server, with a key under which its answers are remembered. */
  search?: { key: string; find: (text: string, signal: AbortSignal) => Promise<Choice[]> }
  /** The label of a value that is not among the options yet, such as one read from the address. */
  labelOf?: (value: string) => string | undefined
  placeholder?: string
}

/** The words of the value that is set. */
export function labelFor(value: string, known: readonly Choice[], labelOf: ComboboxProps['labelOf']): string {
  if (value === '') return ''
  return known.find((choice) => choice.value === value)?.label ?? labelOf?.(value) ?? ''
}
