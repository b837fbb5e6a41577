import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { requirementCodes } from '#law/requirements.ts'
import { dayText, idText } from '#lib/operation.ts'
import { gapStates } from '#modules/qualifications/gap.ts'
import { useDay } from '#web/day.ts'
import { paths } from '#web/paths.ts'
import { useSearch, writeSearch } from '#web/search.ts'

/** All that a reader has chosen stands in the address; `open` says that a list stands beside. */
export const gapSearch = z.object({
  unit: idText.optional(),
  by: z.enum(['post', 'unit']).default('post'),
  knownOn: dayText.optional(),
  state: z.enum(gapStates).default('missing'),
  open: z.enum(gapStates).optional(),
  row: z.string().optional(),
  requirement: z.enum(requirementCodes).optional(),
})
export type GapSearch = z.output<typeof gapSearch>

export function useGap() {
  const { search, set } = useSearch(gapSearch)
  const { day } = useDay()
  const [parameters] = useSearchParams()
  const { unit, by, knownOn } = search
  return {
    search,
    set,
    asked: { unit, by, knownOn, on: day },
    /** The address of the same page with the list of a number beside it. */
    listOf: (open: GapSearch['state'], row?: string, requirement?: string) =>
      `${paths.gap()}?${writeSearch(parameters, { open, row, requirement }).toString()}`,
  }
}
