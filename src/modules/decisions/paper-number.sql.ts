import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { fold } from '#lib/vietnamese-names.ts'
import type { PaperFamily } from './paper-data.ts'
import { paperCode } from './paper-number.ts'

export type Numbering = {
  issuerUnitId: string | null
  issuer: string
  year: number
  family: PaperFamily
  /** What follows the number: 'QĐ-UBND' (State), 'QĐ/HU' (Party). */
  symbol: string
}

/**
 * The issuer's next number of the year. Holds the run until the transaction ends, so that of two officers at once the other
 * waits; it goes on after the highest number in the register, whoever entered it, and gives none out twice.
 */
export async function nextPaperNumber(
  tx: Tx,
  { issuerUnitId, issuer, year, family, symbol }: Numbering,
): Promise<{ number: string; code: string }> {
  // The name before the unit, always: who names both then waits for whoever names one of them.
  for (const whose of [fold(issuer), issuerUnitId]) {
    if (whose === null) continue
    const run = ['paper-number', whose, year, family].join('/')
    await sql`select pg_advisory_xact_lock(hashtextextended(${run}, 0))`.execute(tx)
  }
  return paperCode({ ordinal: (await highestNumber(tx, { issuerUnitId, issuer, year, family })) + 1, family, symbol })
}

/** What the issuer's next number would be now; nobody is kept from taking it meanwhile. */
export async function proposedPaperNumber(db: Db, numbering: Numbering): Promise<string> {
  return paperCode({ ...numbering, ordinal: (await highestNumber(db, numbering)) + 1 }).code
}

async function highestNumber(db: Db, { issuerUnitId, issuer, year, family }: Omit<Numbering, 'symbol'>): Promise<number> {
  // Papers of lists that were imported name their issuer only in words.
  const ofIssuer = sql`(d.issuer_unit_id = ${issuerUnitId}::uuid or d.issuer_unit_id is null and lower(d.issuer) = lower(${issuer}))`
  // The key has neither 'Số:' nor a zero before it, and the State's number ends at a stroke, the Party's at a dash.
  const ordinal = family === 'state' ? '^(\\d{1,6})[a-z]?/' : '^(\\d{1,6})[a-z]?-'
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max(substring(d.code_key from ${ordinal})::int), 0) as highest
    from decisions.decision d
    where ${ofIssuer} and d.issued_on >= make_date(${year}, 1, 1) and d.issued_on < make_date(${year + 1}, 1, 1)`.execute(db)
  return rows[0]?.highest ?? 0
}
