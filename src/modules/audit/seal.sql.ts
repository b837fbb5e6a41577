import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Language } from '#lib/language.ts'
import { footText, type Seal } from './seal.ts'

const sealsPerPage = 31

/** The head of the chain now; null while nothing has been logged. */
export async function presentSeal(db: Db): Promise<Seal | null> {
  const { rows } = await sql<Seal>`select day, seq, encode(hash, 'hex') as hash from audit.head where day is not null`.execute(db)
  return rows[0] ?? null
}

/** The foot of a report as the log stands now; null while nothing has been logged. */
export async function footOf(db: Db, made: { by: string; at: Date }, language: Language): Promise<string | null> {
  const seal = await presentSeal(db)
  return seal && footText(seal, made, language)
}

/** The head as each day ended, latest first; the present day's as it stands. */
export async function sealsOfDays(db: Db, before: string | undefined): Promise<{ seals: Seal[]; next: string | null }> {
  const { rows } = await sql<Seal>`
    select day, seq, encode(hash, 'hex') as hash from (
      select day, seq, hash from audit.head where day is not null union all select day, seq, hash from audit.day_seal
    ) s where ${before === undefined ? sql`true` : sql`day < ${before}::date`}
    order by day desc limit ${sealsPerPage + 1}`.execute(db)
  const seals = rows.slice(0, sealsPerPage)
  return { seals, next: rows.length > sealsPerPage ? (seals.at(-1)?.day ?? null) : null }
}
