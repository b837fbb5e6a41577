import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#db/connect.ts'
import { insertAnchors, noteChange, recordFacts, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { fold, splitName } from '#lib/vietnamese-names.ts'
import { highDay, lowDay, fromIso } from '#lib/partial-date.ts'

export type Profile = {
  fullName: string
  sex?: 'male' | 'female' | null
  /** '1975', '1975-05' or '1975-05-19'. */
  birth?: string | null
  ethnicity?: string | null
  ethnicityText?: string | null
  religion?: string | null
  nativePlace?: string | null
  birthplace?: string | null
  residence?: string | null
  generalEducation?: string | null
  partyJoined?: string | null
  partyOfficial?: string | null
  phone?: string | null
}
export type Origin = {
  decisionId?: string | null
  runId?: string | null
  runRow?: number | null
  /** Where a person is to be seen who is entered now and has one tie; else it is worked out when the command ends. */
  scope?: readonly number[] | undefined
}
export type NewPerson = Profile & Origin & { personId?: string }

/** Enters persons with their first profile and returns their ids in order. */
export async function addPeople(tx: Tx, people: NewPerson[]): Promise<string[]> {
  const { now } = recordOf(tx)
  const whole = people.map((person) => ({ ...person, personId: person.personId ?? newId(now.getTime()) }))
  await insertAnchors(
    tx,
    'people.person',
    whole.map((person) => ({
      person_id: person.personId,
      created_at: now.toISOString(),
      run_id: person.runId ?? null,
      run_row: person.runRow ?? null,
      scope: person.scope,
    })),
  )
  await recordProfiles(tx, whole)
  return whole.map((person) => person.personId)
}

/** Writes profiles as known from now on; a profile known before must be closed first. */
export async function recordProfiles(tx: Tx, profiles: (Profile & Origin & { personId: string })[]): Promise<string[]> {
  const rows = profiles.map(profileRow)
  await addNames(tx, rows)
  return recordFacts(tx, 'people.profile', rows)
}

/** Keeps each name once, for the search; always in the same order, so that two who write do not wait for each other. */
async function addNames(tx: Tx, rows: Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const names = rows.map(({ given, family, middle, search }) => ({ given, family, middle, search }))
  await sql`
    insert into people.name (given, family, middle, search)
    select distinct on (given, family, middle) given, family, middle, search from jsonb_populate_recordset(null::people.name, ${JSON.stringify(names)}::jsonb)
    order by given, family, middle on conflict do nothing`.execute(tx)
}

function profileRow(profile: Profile & Origin & { personId: string }): Record<string, unknown> {
  const birth = profile.birth ? fromIso(profile.birth) : null
  return {
    person_id: profile.personId,
    full_name: profile.fullName,
    ...splitName(profile.fullName),
    search: fold(profile.fullName),
    sex: profile.sex ?? null,
    birth: profile.birth ?? null,
    birth_low: birth ? lowDay(birth) : null,
    birth_high: birth ? highDay(birth) : null,
    ethnicity: profile.ethnicity ?? null,
    ethnicity_text: profile.ethnicityText ?? null,
    religion: profile.religion ?? null,
    native_place: profile.nativePlace ?? null,
    birthplace: profile.birthplace ?? null,
    residence: profile.residence ?? null,
    general_education: profile.generalEducation ?? null,
    party_joined: profile.partyJoined ?? null,
    party_official: profile.partyOfficial ?? null,
    phone: profile.phone ?? null,
    ...originRow(profile),
  }
}

/** Where a fact comes from: its paper, or the import and its row. */
export function originRow(origin: Origin): Record<string, unknown> {
  const { decisionId, runId, runRow, scope } = origin
  return { decision_id: decisionId ?? null, run_id: runId ?? null, run_row: runRow ?? null, ...(scope ? { scope } : {}) }
}

/** Takes back the persons a run brought, once nothing about them is left; returns how many. Their closed facts stay. */
export async function removePeopleOfRun(tx: Tx, runId: string): Promise<number> {
  const { now, tied } = recordOf(tx)
  const removed = await sql<{ person_id: string }>`
    update people.person set removed_at = ${now}
    where run_id = ${runId}::uuid and removed_at is null
      and not exists (${knownOf(sql`people.profile`)}) and not exists (${knownOf(sql`people.assignment`)}) and not exists (${knownOf(sql`people.membership`)})
    returning person_id`.execute(tx)
  // Nobody looks for them any more: what was known of them stays where it was seen.
  for (const { person_id } of removed.rows) tied.delete(person_id)
  if (removed.rows.length > 0) noteChange(tx, { table: 'people.person', done: 'closed', count: removed.rows.length, why: 'undone' })
  return removed.rows.length
}

/** What is known now of the person in a table. The person comes first (`offset 0`): of a new list PostgreSQL does not yet know that its people are many. */
function knownOf(table: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select from (select f.recorded from ${table} f where f.person_id = person.person_id offset 0) f where upper_inf(f.recorded)`
}
