import { toIso } from '#lib/partial-date.ts'
import { readDate } from '#lib/read-date.ts'

/** What was typed as a stored date ('1983-05-02', '1983-05', '1983'); null when it is none. */
export function dateOfText(text: string): string | null {
  const found = readDate(text)
  return found && toIso(found.date)
}
