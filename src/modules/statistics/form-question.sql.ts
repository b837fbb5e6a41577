import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { addDays } from '#lib/days.ts'
import { daysOfUnits } from '#modules/organisation/subtree.sql.ts'
import { ownUnit } from '#modules/organisation/meant.sql.ts'
import { findQuestion, type FoundQuestion, type Reader } from './review.sql.ts'

export type FormAsked = {
  unit?: string | undefined
  year?: number | undefined
  from?: string | undefined
  to?: string | undefined
  on?: string | undefined
  knownOn?: string | undefined
}

/** A year of a unit, read on its last day: today while it runs, the unit's own last day where it ended within it. */
export async function findFormQuestion(db: Db, asked: FormAsked, reader: Reader): Promise<FoundQuestion> {
  const unit = asked.unit ?? (await ownUnit(db, reader))
  const last = await lastDayOf(db, unit, reader)
  const year = asked.year ?? Number((last ?? reader.today).slice(0, 4))
  const from = asked.from ?? `${year}-01-01`
  const to = asked.to ?? `${year}-12-31`
  const ended = last !== null && from <= last && last < to ? last : undefined
  return findQuestion(db, { unit, from, to, on: asked.on ?? ended, knownOn: asked.knownOn }, reader)
}

/** The last day of a unit that has ended; null of one that exists, or is named by anything but its id. */
async function lastDayOf(db: Db, unit: string, { now, today }: Reader): Promise<string | null> {
  if (!z.uuid().safeParse(unit).success) return null
  const end = (await daysOfUnits(db, [unit], now)).at(-1)?.to
  return end && end <= today ? addDays(end, -1) : null
}
