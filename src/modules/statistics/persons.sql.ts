import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { unitsBelow } from '#modules/organisation/scope.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { Reader } from './review.sql.ts'

export type ShownPerson = {
  person_id: string
  can_open: boolean
  sex: 'male' | 'female' | null
  birth: string | null
  is_close: boolean
  ethnicity: string | null
  party_joined: string | null
  /** Whether the unit and title of that day may be told. */
  is_placed: boolean
}

export type Asked = { personId: string; day: string }

const nothing: Scope = { unitIds: [], above: [], personId: null }

/** What may be told of these persons, each with the day of a fact: ethnicity and Party only of those whom the reader may see so closely. */
export async function shownPersons(db: Db, asked: Asked[], reader: Reader): Promise<(of: Asked) => ShownPerson | undefined> {
  if (asked.length === 0) return () => undefined
  const files = await readersScope(db, reader, 'people.read')
  const closely = await readersScope(db, reader, 'people.sensitive')
  const { rows } = await sql<ShownPerson & { day: string }>`
    select p.person_id, a.day, ${personInScope(files, reader.today, 'p.person_id')} as can_open, p.sex, p.birth,
      ${personInScope(closely, reader.today, 'p.person_id')} as is_close,
      coalesce(p.ethnicity_text, p.ethnicity) as ethnicity, coalesce(p.party_official, p.party_joined) as party_joined,
      ${placeIsTold(closely, reader.today, 'p.person_id', sql`a.day`)} as is_placed
    from (select distinct * from unnest(${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ day }) => day)}::date[]) as a (person_id, day)) a
    join people.profile p on p.person_id = a.person_id and upper_inf(p.recorded)`.execute(db)
  const shown = new Map(rows.map((row) => [keyOf({ personId: row.person_id, day: row.day }), row]))
  return (of) => shown.get(keyOf(of))
}

function keyOf({ personId, day }: Asked): string {
  return `${personId} ${day}`
}

export async function seesClosely(db: Db, reader: Reader): Promise<boolean> {
  const scope = await readersScope(db, reader, 'people.sensitive')
  // The own file alone opens no counts of others.
  return scope === 'everything' || scope.unitIds.length > 0
}

/**
 * Whether the reader may see of this unit, or of the whole scope of figures, only the figures and not the people: then small groups
 * are kept back.
 */
export async function seesOnlyFigures(db: Db, reader: Reader, unitId: string | null): Promise<boolean> {
  const files = await readersScope(db, reader, 'people.read')
  if (files === 'everything') return false
  if (unitId !== null) return !files.unitIds.includes(unitId)
  return reader.scope === 'everything' || reader.scope.unitIds.some((id) => !files.unitIds.includes(id))
}

async function readersScope(db: Db, { actor, today }: Reader, permission: string): Promise<Scope> {
  return (await scopeOf(db, actor, permission, today, unitsBelow)) ?? nothing
}
