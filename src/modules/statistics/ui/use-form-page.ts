import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import type { InputOf } from '#lib/operation.ts'
import { readForm, type FormAnswer } from '#modules/statistics/form.contract.ts'
import { readSubmission } from '#modules/statistics/submission.contract.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useSearch, writeSearch } from '#web/search.ts'
import { paths } from '#web/paths.ts'

/** All that a reader of a form has chosen stands in the address. */
export const formSearch = z.object({
  unit: z.string().optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  basis: z.enum(['begun', 'completed']).default('begun'),
  count: z.enum(['people', 'times']).default('people'),
  row: z.string().optional(),
  column: z.string().optional(),
  /** A submitted form is shown instead of the figures of now. */
  submission: z.uuid().optional(),
  /** The submitted form that is compared, with the figures of now or the submission shown. */
  compare: z.uuid().optional(),
})

/** The form asked for by the address: as submitted, or with the figures of the header's day. */
export function useFormPage(form: string) {
  const { search, set } = useSearch(formSearch)
  const { day, isToday } = useDay()
  const { unit, year, basis, submission } = search
  const input: InputOf<typeof readForm> = { form, unit, year, basis, on: isToday ? undefined : day }
  const live = useQuery({ ...read(readForm, input), placeholderData: keepPreviousData, enabled: submission === undefined })
  const frozen = useQuery({ ...read(readSubmission, { submissionId: submission ?? '' }), enabled: submission !== undefined })
  const answer: FormAnswer | undefined = submission === undefined ? live.data : frozen.data?.form
  const error = submission === undefined ? live.error : frozen.error
  return {
    search,
    set,
    input,
    answer,
    error,
    submitted: submission === undefined ? undefined : frozen.data?.submitted,
    refetch: submission === undefined ? live.refetch : frozen.refetch,
  }
}

/** The address of the same form with the list of a cell open; none for those who see only figures. */
export function useCellAddress(form: string, answer: FormAnswer | undefined): (row: string, column: string) => string | undefined {
  const [parameters] = useSearchParams()
  if (answer?.isProtected !== false) return () => undefined
  return (row, column) => `${paths.form(form)}?${writeSearch(parameters, { row, column }).toString()}`
}
