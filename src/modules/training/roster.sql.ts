import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { fold, soundVariants } from '#lib/vietnamese-names.ts'
import { recordMemberships } from '#modules/people/assignment.sql.ts'
import { recordIdentities } from '#modules/people/identity.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { PastedRow } from './roster-paste.ts'
import type { memberKinds, Newcomer } from './roster.contract.ts'
import type { Candidate } from './roster.ts'

type Seen = { scope: Scope; sensitive: Scope; today: string; openedOn: string }
const numberKinds = ['cccd', 'cmnd', 'official']

/** Everybody the rows may mean: who has one of the numbers, or one of the names. */
export async function candidatesOf(db: Db, classId: string, rows: readonly PastedRow[], seen: Seen): Promise<Candidate[]> {
  const names = [...new Set(rows.flatMap(({ name }) => soundVariants(fold(name))))]
  const numbers = rows.flatMap(({ number }) => number ?? [])
  const { rows: found } = await sql<Candidate>`
    with meant as materialized (
      select p.person_id from people.profile p where p.search = any(${names}::text[]) and upper_inf(p.recorded)
      union select person_id from people.identity_claim where kind = any(${numberKinds}::text[]) and number = any(${numbers}::text[])
    )
    select p.person_id as "personId", p.full_name as name, p.search, p.birth, ${personInScope(seen.scope, seen.today, 'p.person_id')} as "isSeen",
      exists (select from training.enrolment e where e.person_id = p.person_id and e.class_id = ${classId}::uuid and upper_inf(e.recorded)) as "isIn",
      coalesce((select array_agg(i.number) from people.identity i where i.person_id = p.person_id and upper_inf(i.recorded) and i.kind = any(${numberKinds}::text[])), '{}') as numbers,
      case when told.is_placed then tie.unit_id end as "unitId", case when told.is_placed then tie.title_text end as title,
      case when told.is_placed then u.name_vi end as "unitName"
    from meant
    join people.person n on n.person_id = meant.person_id and n.removed_at is null
    join people.profile p on p.person_id = meant.person_id and upper_inf(p.recorded)
    left join lateral (
      select a.unit_id, a.title_text, a.kind = 'main' as is_main from people.assignment a
      where a.person_id = p.person_id and upper_inf(a.recorded) and a.held @> ${seen.openedOn}::date
      union all
      select m.unit_id, m.title_text, false from people.membership m
      where m.person_id = p.person_id and upper_inf(m.recorded) and m.held @> ${seen.openedOn}::date
      order by is_main desc limit 1
    ) tie on true
    left join lateral (
      select v.name_vi from organisation.unit_version v where v.unit_id = tie.unit_id and upper_inf(v.recorded)
      order by v.held @> ${seen.openedOn}::date desc, lower(v.held) desc limit 1
    ) u on true
    cross join lateral (select ${placeIsTold(seen.sensitive, seen.today, 'p.person_id', sql`${seen.openedOn}::date`)} as is_placed) told
    order by p.person_id`.execute(db)
  return found
}

/** The units that a roster may name on the day: those of the caller's scope. */
export async function unitsNamed(db: Db, scope: Scope, on: string): Promise<{ unitId: string; vi: string; en: string }[]> {
  const { rows } = await sql<{ unitId: string; vi: string; en: string }>`
    select v.unit_id as "unitId", v.name_vi as vi, v.name_en as en from organisation.unit_version v
    where upper_inf(v.recorded) and v.held @> ${on}::date and ${scope === 'everything' ? sql`true` : sql`v.unit_id = any(${scope.unitIds}::uuid[])`}
    order by v.unit_id`.execute(db)
  return rows
}

/** Of these numbers, those that somebody has already. */
export async function numbersTaken(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct number from people.identity_claim where kind = 'cccd' and number = any(${numbers}::text[]) order by number`.execute(tx)
  return rows.map(({ number }) => number)
}

/** Learners from outside the payroll, each tied to a unit from the opening day on. */
export async function addNewcomers(
  tx: Tx,
  newcomers: readonly Newcomer[],
  given: { as: (typeof memberKinds)[number]; from: string; decisionId: string | null },
): Promise<string[]> {
  const { decisionId, from } = given
  const ids = await addPeople(
    tx,
    newcomers.map(({ name, sex, birth }) => ({ fullName: name, sex, birth, decisionId })),
  )
  const idOf = (at: number) => ids[at] ?? ''
  await recordMemberships(
    tx,
    newcomers.map(({ unitId, title }, at) => ({
      personId: idOf(at),
      kind: given.as,
      unitId,
      titleText: title,
      from,
      fromKnown: false,
      decisionId,
    })),
  )
  await recordIdentities(
    tx,
    newcomers.flatMap(({ number }, at) => (number ? [{ personId: idOf(at), kind: 'cccd' as const, number, from, decisionId }] : [])),
  )
  return ids
}
