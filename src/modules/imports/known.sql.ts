import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { highDay, lowDay } from '#lib/partial-date.ts'
import type { Scope } from '#server/operations.ts'
import { identityKinds } from '#modules/people/kinds.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type {
  KnownClass,
  KnownEnrolment,
  KnownIdentity,
  KnownPerson,
  KnownPost,
  KnownQualification,
  KnownSending,
  KnownTie,
  SoughtPerson,
} from './known.ts'

type Profile = Omit<KnownPerson, 'identities' | 'posts' | 'ties' | 'qualifications' | 'sendings' | 'enrolments'>
/** Named with the number, for the key begins with them. */
const identityKindCodes = Object.keys(identityKinds)

export type Wanted = { qualifications?: boolean; sendings?: boolean; enrolments?: boolean }

/** Everybody the rows may mean: who has one of the numbers, or the name and a birth date that can be the same. */
export async function findKnownPeople(
  db: Db,
  sought: SoughtPerson[],
  given: { scope: Scope; today: string; chosen: string[]; wanted: Wanted },
): Promise<KnownPerson[]> {
  const profiles = await findProfiles(db, sought, given)
  if (profiles.length === 0) return []
  const ids = profiles.map((profile) => profile.personId)
  const { wanted } = given
  const [identities, posts, ties] = [await identitiesOf(db, ids), await postsOf(db, ids), await tiesOf(db, ids)]
  const qualifications = wanted.qualifications ? await qualificationsOf(db, ids) : new Map<string, KnownQualification[]>()
  const sendings = wanted.sendings ? await sendingsOf(db, ids) : new Map<string, KnownSending[]>()
  const enrolments = wanted.enrolments ? await enrolmentsOf(db, ids) : new Map<string, KnownEnrolment[]>()
  return profiles.map((profile) => ({
    ...profile,
    identities: identities.get(profile.personId) ?? [],
    posts: posts.get(profile.personId) ?? [],
    ties: ties.get(profile.personId) ?? [],
    qualifications: qualifications.get(profile.personId) ?? [],
    sendings: sendings.get(profile.personId) ?? [],
    enrolments: enrolments.get(profile.personId) ?? [],
  }))
}

async function findProfiles(db: Db, sought: SoughtPerson[], given: { scope: Scope; today: string; chosen: string[] }): Promise<Profile[]> {
  const names = JSON.stringify(sought.map(({ search, birth }) => ({ search, low: birth && lowDay(birth), high: birth && highDay(birth) })))
  const numbers = sought.flatMap((one) => one.numbers)
  const { rows } = await sql<Profile>`
    with sought as materialized (
      select distinct search, low, high from jsonb_to_recordset(${names}::jsonb) as s(search text, low date, high date)
    ), meant as materialized (
      select p.person_id from people.profile p join sought s on s.search = p.search
        and (s.low is null or p.birth_low is null or (p.birth_low <= s.high and p.birth_high >= s.low))
      where upper_inf(p.recorded)
      union select person_id from people.identity_claim where kind = any(${identityKindCodes}::text[]) and number = any(${numbers}::text[])
      union select unnest(${given.chosen}::uuid[])
    )
    select p.person_id as "personId", p.id as "profileId", p.full_name as "fullName", p.search, p.sex, p.birth, p.ethnicity,
      p.ethnicity_text as "ethnicityText", p.religion, p.native_place as "nativePlace", p.birthplace, p.residence,
      p.general_education as "generalEducation", p.party_joined as "partyJoined", p.party_official as "partyOfficial", p.phone,
      p.decision_id as "decisionId", ${personInScope(given.scope, given.today, 'p.person_id')} as "isInScope"
    from meant
    join people.person n on n.person_id = meant.person_id and n.removed_at is null
    join people.profile p on p.person_id = meant.person_id and upper_inf(p.recorded)
    order by p.person_id`.execute(db)
  return rows
}

async function identitiesOf(db: Db, ids: string[]): Promise<Map<string, KnownIdentity[]>> {
  const { rows } = await sql<KnownIdentity & { personId: string }>`
    select person_id as "personId", id, kind, number, lower(held) as "from", upper(held) as "to"
    from people.identity where person_id = any(${ids}::uuid[]) and upper_inf(recorded) order by id`.execute(db)
  return byPerson(rows)
}

async function postsOf(db: Db, ids: string[]): Promise<Map<string, KnownPost[]>> {
  const { rows } = await sql<KnownPost & { personId: string }>`
    select person_id as "personId", id, kind, unit_id as "unitId", title_code as "titleCode", title_text as "titleText", official_kind as "officialKind",
      lower(held) as "from", upper(held) as "to", from_known as "fromKnown", decision_id as "decisionId"
    from people.assignment where person_id = any(${ids}::uuid[]) and upper_inf(recorded) order by lower(held), id`.execute(db)
  return byPerson(rows)
}

async function tiesOf(db: Db, ids: string[]): Promise<Map<string, KnownTie[]>> {
  const { rows } = await sql<KnownTie & { personId: string }>`
    select t.person_id as "personId", t.unit_id as "unitId", coalesce(u.name_vi, '') as "unitName", lower(t.held) as "from", upper(t.held) as "to"
    from people.tie t
    left join lateral (
      select v.name_vi from organisation.unit_version v where v.unit_id = t.unit_id and upper_inf(v.recorded) order by lower(v.held) desc limit 1
    ) u on true
    where t.person_id = any(${ids}::uuid[]) and upper_inf(t.recorded) order by lower(t.held)`.execute(db)
  return byPerson(rows)
}

async function qualificationsOf(db: Db, ids: string[]): Promise<Map<string, KnownQualification[]>> {
  const { rows } = await sql<KnownQualification & { personId: string }>`
    select person_id as "personId", id, kind, level, rank, state, field_code as "fieldCode", field_text as "fieldText", language, mode, institution,
      result, certificate, written, lower(held) as "from", upper(held) as "to", from_known as "fromKnown", decision_id as "decisionId"
    from qualifications.qualification where person_id = any(${ids}::uuid[]) and upper_inf(recorded) order by id`.execute(db)
  return byPerson(rows)
}

async function sendingsOf(db: Db, ids: string[]): Promise<Map<string, KnownSending[]>> {
  const { rows } = await sql<KnownSending & { personId: string }>`
    select person_id as "personId", id, kind, decision_id as "decisionId", unit_id as "unitId", title_text as "titleText", purpose, sent_on as "sentOn",
      lower(study) as "studyFrom", upper(study) as "studyTo", study_text as "studyText", institution, mode, outcome, outcome_on as "outcomeOn"
    from training.sending where person_id = any(${ids}::uuid[]) and upper_inf(recorded) and status = 'sent' order by id`.execute(db)
  return byPerson(rows)
}

async function enrolmentsOf(db: Db, ids: string[]): Promise<Map<string, KnownEnrolment[]>> {
  const { rows } = await sql<KnownEnrolment & { personId: string }>`
    select person_id as "personId", id, class_id as "classId", result, certificate, unit_id as "unitId", title_text as "titleText"
    from training.enrolment where person_id = any(${ids}::uuid[]) and upper_inf(recorded) order by id`.execute(db)
  return byPerson(rows)
}

/** The classes of these titles. */
export async function findKnownClasses(db: Db, searches: string[]): Promise<KnownClass[]> {
  const { rows } = await sql<KnownClass>`
    select class_id as "classId", id as "versionId", kind, title, search, opener_unit_id as "openerUnitId", lower(held) as "openedOn", upper(held) as "closedOn",
      place, lecturer, head_count as "headCount"
    from training.class_version where search = any(${searches}::text[]) and upper_inf(recorded) order by id`.execute(db)
  return rows
}

export type KnownDecision = { id: string; codeKey: string; issuedOn: string; isWithdrawn: boolean; isTakenBack: boolean }

/** The papers of these codes, whatever their day; taken back are those that an undone import had entered. */
export async function findKnownDecisions(db: Db, codeKeys: string[]): Promise<KnownDecision[]> {
  const { rows } = await sql<KnownDecision>`
    select d.id, d.code_key as "codeKey", d.issued_on as "issuedOn", d.withdrawn_on is not null as "isWithdrawn",
      exists (select from imports.run r where r.undone_entry_id = d.withdrawn_entry_id) as "isTakenBack"
    from decisions.decision d where d.code_key = any(${codeKeys}::text[]) order by d.issued_on`.execute(db)
  return rows
}

function byPerson<T extends { personId: string }>(rows: T[]): Map<string, Omit<T, 'personId'>[]> {
  const groups = new Map<string, Omit<T, 'personId'>[]>()
  for (const { personId, ...row } of rows) {
    const group = groups.get(personId)
    if (group) group.push(row)
    else groups.set(personId, [row])
  }
  return groups
}
