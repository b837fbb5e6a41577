import { titlesOn } from '#law/titles.ts'
import type { Leader } from './people-of-units.ts'
import { isUnitKind, kindOfUnit } from './unit-kind.ts'

export type LeaderPost = { titleCode: string; vi: string; en: string; holders: Leader[] }

/** The leading posts of a unit on the day, filled or vacant: those the law knows at its level, and those that are held in it. */
export function leaderPosts(kind: string, on: string, leaders: Leader[]): LeaderPost[] {
  const level = isUnitKind(kind) ? kindOfUnit(kind).level : null
  const held = new Set(leaders.map((leader) => leader.titleCode))
  return titlesOn(on)
    .filter((title) => title.isLeader && (held.has(title.code) || (title.level === level && title.block !== 'service')))
    .map((title) => ({
      titleCode: title.code,
      vi: title.name.vi,
      en: title.name.en,
      holders: leaders.filter((leader) => leader.titleCode === title.code),
    }))
}
