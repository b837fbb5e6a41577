import { z } from 'zod'
import { rowStates } from '#modules/imports/row.contract.ts'
import { useSearch } from '#web/search.ts'

const shape = z.object({
  row: z.coerce.number().int().optional(),
  state: z.enum(rowStates).optional(),
  after: z.coerce.number().int().default(0),
})

/** Which rows are shown and which of them is open, in the address. */
export function useChosenRow() {
  const { search, set } = useSearch(shape)
  return { chosen: search.row, state: search.state, after: search.after, set }
}
