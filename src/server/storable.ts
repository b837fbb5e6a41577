import { ZodError } from 'zod'

/** Refuses text that no database keeps: a NUL or half of a character, anywhere in the input. */
export function assureStorable(given: unknown, path: (string | number)[] = []): void {
  if (typeof given === 'string' && (given.includes('\0') || !given.isWellFormed())) {
    throw new ZodError([{ code: 'custom', path, message: 'Text with characters that cannot be kept', input: given }])
  }
  if (typeof given !== 'object' || given === null) return
  for (const [name, value] of Object.entries(given)) assureStorable(value, [...path, name])
}
