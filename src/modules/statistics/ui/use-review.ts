import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import type { InputOf } from '#lib/operation.ts'
import { readReview } from '#modules/statistics/review.contract.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useSearch, writeSearch } from '#web/search.ts'
import { paths } from '#web/paths.ts'

const day = z.iso.date().optional()

/** All that a reader has chosen stands in the address. */
export const reviewSearch = z.object({
  /** Read today although the period is over; the header's "today" alone means the period's last day. */
  at: z.literal('today').optional(),
  unit: z.string().optional(),
  from: day,
  to: day,
  knownOn: day,
  commune: z.string().optional(),
  figure: z.string().optional(),
})
export type ReviewInput = InputOf<typeof readReview>

/** The review asked for by the address and the day of the header; no day means the last of the period. */
export function useReview() {
  const { search, set } = useSearch(reviewSearch)
  const { day: chosen, isToday } = useDay()
  const { figure, at, ...asked } = search
  const input: ReviewInput = { ...asked, on: isToday && at === undefined ? undefined : chosen }
  const query = useQuery({ ...read(readReview, input), placeholderData: keepPreviousData })
  return { input, figure, set, query }
}

/** The address of the same review with another figure's list open; none for those who see only figures. */
export function useFigureAddress(): (figure: string) => string | undefined {
  const [parameters] = useSearchParams()
  const { query } = useReview()
  if (query.data?.isProtected !== false) return () => undefined
  return (figure) => `${paths.review()}?${writeSearch(parameters, { figure }).toString()}`
}
