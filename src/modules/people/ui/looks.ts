import type { z } from 'zod'
import type { readLooks } from '#modules/people/file.contract.ts'

export type Look = z.output<typeof readLooks.reply>['looks'][number]
/** Looks of one reader at the same thing for the same purpose, none more than half an hour after the last. */
export type Sitting = Look & { until: string; times: number }

const longestPause = 30 * 60_000

/** Every look is logged; a reader of the list is told of sittings: a page that reads again after a change is no new curiosity. */
export function sittingsOf(looks: readonly Look[]): Sitting[] {
  const sittings: Sitting[] = []
  for (const look of looks) {
    const same = sittings.find((one) => isOneSitting(one, look))
    if (same) Object.assign(same, { at: look.at, times: same.times + 1 })
    else sittings.push({ ...look, until: look.at, times: 1 })
  }
  return sittings
}

function isOneSitting(later: Sitting, look: Look): boolean {
  const isAlike = later.actor === look.actor && later.operation === look.operation && later.purpose === look.purpose
  return isAlike && Date.parse(later.at) - Date.parse(look.at) <= longestPause
}
