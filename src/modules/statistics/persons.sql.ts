import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { unitsBelow } from '#modules/organisation/scope.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { Reader } from './review.sql.ts'

export type ShownPerson = {
  person_id: string
  can_open: boolean
  sex: 'male' | 'female' | null
  birth: string | null
  ethnicity: string | null
  party_joined: string | null
}

const nothing: Scope = { unitIds: [], personId: null }

/** What may be told of these persons: ethnicity and Party only of those whom the reader may see so closely. */
export async function shownPersons(db: Db, personIds: string[], reader: Reader): Promise<Map<string, ShownPerson>> {
  if (personIds.length === 0) return new Map()
  const files = await readersScope(db, reader, 'people.read')
  const closely = await readersScope(db, reader, 'people.sensitive')
  const { rows } = await sql<ShownPerson>`
    select p.person_id, ${personInScope(files, reader.today, 'p.person_id')} as can_open, p.sex, p.birth,
      case when ${personInScope(closely, reader.today, 'p.person_id')} then coalesce(p.ethnicity_text, p.ethnicity) end as ethnicity,
      case when ${personInScope(closely, reader.today, 'p.person_id')} then coalesce(p.party_official, p.party_joined) end as party_joined
    from people.profile p
    where p.person_id = any(${personIds}::uuid[]) and upper_inf(p.recorded)`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row]))
}

export async function seesClosely(db: Db, reader: Reader): Promise<boolean> {
  const scope = await readersScope(db, reader, 'people.sensitive')
  // The own file alone opens no counts of others.
  return scope === 'everything' || scope.unitIds.length > 0
}

async function readersScope(db: Db, { actor, today }: Reader, permission: string): Promise<Scope> {
  return (await scopeOf(db, actor, permission, today, unitsBelow)) ?? nothing
}
