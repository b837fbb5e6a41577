import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { closeFacts, period, recordFacts } from '#db/facts.ts'
import { lockFact, type FactColumns } from '#modules/people/fact.sql.ts'

const table = 'training.need_claim'

export type Stance = 'added' | 'applied' | 'struck'
export type StoredClaim = { id: string; stance: Stance; reason: string; by: string }
export type NewClaim = {
  personId: string
  kind: string
  year: number
  stance: Stance
  reason: string
  unitId: string
  by: string
  today: string
}

/** What is said now of the person's need of the kind in the year; held still for the command. */
export async function lockClaim(
  tx: Tx,
  { personId, kind, year }: Pick<NewClaim, 'personId' | 'kind' | 'year'>,
): Promise<StoredClaim | null> {
  const { rows } = await sql<StoredClaim>`
    select id, stance, reason, said_by as by from training.need_claim
    where person_id = ${personId}::uuid and kind = ${kind} and year = ${year} and upper_inf(recorded) for update`.execute(tx)
  return rows[0] ?? null
}

/** Says something of a need, in place of what was said before. */
export async function sayOfNeed(tx: Tx, claim: NewClaim, before: StoredClaim | null): Promise<string> {
  await closeFacts(tx, table, before ? [before.id] : [], claim.stance)
  const [id = ''] = await recordFacts(tx, table, [
    {
      person_id: claim.personId,
      kind: claim.kind,
      year: claim.year,
      stance: claim.stance,
      reason: claim.reason,
      unit_id: claim.unitId,
      said_by: claim.by,
      held: period(claim.today),
    },
  ])
  return id
}

/** Takes back what was said; the application that it answered stands again. */
export async function takeBackClaim(tx: Tx, claim: FactColumns): Promise<void> {
  await closeFacts(tx, table, [claim.id], 'restored')
  const { rows } = await sql<{ fact: Record<string, unknown> }>`
    select to_jsonb(f) - 'scope' - 'id' - 'recorded' - 'entry_id' - 'closed_entry_id' - 'closed_why' as fact from training.need_claim f
    where f.person_id = ${claim.person_id}::uuid and f.closed_entry_id = ${String(claim['entry_id'])}::uuid and f.stance = 'applied'
      and f.kind = ${String(claim['kind'])} and f.year = ${Number(claim['year'])}`.execute(tx)
  await recordFacts(
    tx,
    table,
    rows.map(({ fact }) => fact),
  )
}

export function lockClaimById(tx: Tx, personId: string, claimId: string): Promise<FactColumns> {
  return lockFact(tx, table, personId, claimId)
}

/** Where the person serves on the day, the main post before another; null where nowhere. */
export async function servingUnit(db: Db, personId: string, on: string): Promise<{ unitId: string; title: string } | null> {
  const { rows } = await sql<{ unitId: string; title: string }>`
    select unit_id as "unitId", title_text as title from people.assignment
    where person_id = ${personId}::uuid and upper_inf(recorded) and held @> ${on}::date order by (kind = 'main') desc, lower(held) limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

export type OwnClaim = StoredClaim & { kind: string; said: string; isServed: boolean }

/** All that is said of the person's needs of the year, and whether the course came. */
export async function claimsOfPerson(db: Db, personId: string, year: number): Promise<OwnClaim[]> {
  const inYear = sql`between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`
  const { rows } = await sql<OwnClaim>`
    select n.id, n.kind, n.stance, n.reason, n.said_by as by, lower(n.held) as said, (exists (
        select from training.sending s
        where s.person_id = n.person_id and upper_inf(s.recorded) and s.kind = n.kind and s.status = 'sent' and s.sent_on ${inYear})
      or exists (select from training.enrolment e join training.class_version c on c.class_id = e.class_id and upper_inf(c.recorded)
        where e.person_id = n.person_id and upper_inf(e.recorded) and c.kind = n.kind and lower(c.held) ${inYear})) as "isServed"
    from training.need_claim n where n.person_id = ${personId}::uuid and n.year = ${year} and upper_inf(n.recorded) order by lower(n.held), n.id`.execute(
    db,
  )
  return rows
}
