import { z } from 'zod'
import { needFilters } from '#modules/training/need.contract.ts'
import { needOrigins, type NeedOrigin } from '#modules/training/need.ts'

/** What the address of the page of needs may say; `origin` absent is all but the year's missing periods. */
export const needsAddress = z.object({ year: z.coerce.number().int().min(1990).max(2100).optional(), ...needFilters })
export type NeedsAddress = z.output<typeof needsAddress>

/** Nearly everybody lacks periods until late in the year: they are asked for by name. */
export function originsAsked({ origin }: Pick<NeedsAddress, 'origin'>): NeedOrigin[] | undefined {
  return origin ?? needOrigins.filter((one) => one !== 'hours')
}

/** From September on, offices gather the needs of the next year. */
export function planningYear(day: string): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5, 7) >= '09' ? year + 1 : year
}
