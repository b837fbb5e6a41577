import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { title } from '#law/titles.ts'
import { fold } from '#lib/vietnamese-names.ts'
import type { Scope } from '#server/operations.ts'
import type { HeldPost } from './assignment.ts'
import type { Profile } from './person.sql.ts'
import { personInScope } from './scope.sql.ts'

type Present = { id: string; decisionId: string | null; profile: Required<Profile> }

/** The profile known now. */
export async function presentProfile(tx: Tx, personId: string): Promise<Present | undefined> {
  const { rows } = await sql<{ id: string; decisionId: string | null } & Required<Profile>>`
    select id, decision_id as "decisionId", full_name as "fullName", sex, birth, ethnicity, ethnicity_text as "ethnicityText", religion,
      native_place as "nativePlace", birthplace, residence, general_education as "generalEducation",
      party_joined as "partyJoined", party_official as "partyOfficial", phone
    from people.profile where person_id = ${personId}::uuid and upper_inf(recorded)`.execute(tx)
  if (!rows[0]) return undefined
  const { id, decisionId, ...profile } = rows[0]
  return { id, decisionId, profile }
}

/** The posts known now, whenever held. */
export async function heldPosts(tx: Tx, personId: string): Promise<HeldPost[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    title: string
    vi: string | null
    en: string | null
    from: string
    to: string | null
  }>`
    select a.id, a.kind, a.title_text as title, u.name_vi as vi, u.name_en as en, lower(a.held) as "from", upper(a.held) as "to"
    from people.assignment a
    left join lateral (
      select name_vi, name_en from organisation.unit_version v where v.unit_id = a.unit_id and upper_inf(v.recorded) order by lower(v.held) desc limit 1
    ) u on true
    where a.person_id = ${personId}::uuid and upper_inf(a.recorded) order by lower(a.held)`.execute(tx)
  return rows.map(({ vi, en, ...post }) => ({ ...post, unit: { vi: vi ?? '', en: en ?? '' } }))
}

/** Persons of the scope with the same folded name and the same birth date: never the same without a look, but worth one. */
export async function alikes(
  db: Db,
  person: { fullName: string; birth: string | null },
  scope: Scope,
  today: string,
): Promise<{ personId: string; name: string; birth: string | null }[]> {
  if (!person.birth) return []
  const { rows } = await sql<{ personId: string; name: string; birth: string | null }>`
    select p.person_id as "personId", p.full_name as name, p.birth from people.profile p
    where upper_inf(p.recorded) and p.search = ${fold(person.fullName)} and p.birth = ${person.birth}
      and ${personInScope(scope, today, 'p.person_id')} limit 10`.execute(db)
  return rows
}

/** The words of a post: as written, or the title's own name. */
export function postText({ titleCode, titleText }: { titleCode: string | null; titleText: string }): string {
  return titleText || (titleCode === null ? '' : (title(titleCode)?.name.vi ?? ''))
}
