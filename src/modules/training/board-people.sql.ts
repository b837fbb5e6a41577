import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { likePattern } from '#modules/organisation/resolve.sql.ts'
import type { FactColumns } from '#modules/people/fact.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold, ties } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { OverrideKept } from './board.contract.ts'

/** Whose eyes: the people of the scope, those seen closely, those whose ratings may be read. */
export type Sight = { scope: Scope; sensitive: Scope; ratings: Scope; today: string }
type Named = { id: string; vi: string; en: string }

/** Somebody as the board shows them, and what of them the caller may be told. */
export type Face = {
  personId: string
  name: string
  birth: string | null
  unit: Named | null
  title: string | null
  laneId: string | null
  seesParty: boolean
  seesRatings: boolean
}
type FaceRow = Omit<Face, 'unit'> & { unitId: string | null; unitVi: string | null; unitEn: string | null }

type OnDay = { on: string; laneIds: readonly string[]; sight: Sight }

/** Persons where they serve on the day, in the order of their ids given. */
export async function facesOf(db: Db, personIds: readonly string[], asked: OnDay): Promise<Map<string, Face>> {
  const who = sql`(
    select w.person_id, tie.unit_id, tie.title_text from unnest(${personIds}::uuid[]) w(person_id)
    left join lateral (
      select a.unit_id, a.title_text, a.kind = 'main' as is_main from people.assignment a
      where a.person_id = w.person_id and upper_inf(a.recorded) and a.held @> ${asked.on}::date
      union all
      select m.unit_id, m.title_text, false from people.membership m
      where m.person_id = w.person_id and upper_inf(m.recorded) and m.held @> ${asked.on}::date
      order by is_main desc limit 1
    ) tie on true)`
  const rows = await faces(db, who, asked)
  return new Map(rows.map((row) => [row.personId, faceOf(row)]))
}

export type Nominated = Face & {
  nominationId: string
  state: 'nominated' | 'sent'
  by: string
  overrides: OverrideKept[]
  decisionId: string | null
}
type NominatedRow = FaceRow & Omit<Nominated, keyof Face>

/** Who is on the board, by name; those of the caller's scope only. */
export async function nominatedFor(db: Db, classId: string, asked: OnDay): Promise<Nominated[]> {
  const who = sql`(
    select n.person_id, n.unit_id, n.title_text, n.id as "nominationId", n.state, n.nominated_by as by, n.overrides, n.decision_id as "decisionId"
    from training.nomination n
    where n.class_id = ${classId}::uuid and upper_inf(n.recorded) and n.state <> 'withdrawn'
      and ${personInScope(asked.sight.scope, asked.sight.today, 'n.person_id')})`
  const rows = await faces<NominatedRow>(db, who, asked, sql`, w."nominationId", w.state, w.by, w.overrides, w."decisionId"`)
  return rows.map(({ nominationId, state, by, overrides, decisionId, ...row }) => ({
    ...faceOf(row),
    nominationId,
    state,
    by,
    overrides,
    decisionId,
  }))
}

async function faces<R extends FaceRow>(db: Db, who: RawBuilder<unknown>, { on, laneIds, sight }: OnDay, more = sql``): Promise<R[]> {
  const { rows } = await sql<R>`
    select w.person_id as "personId", p.full_name as name, p.birth,
      case when told.is_placed then w.unit_id end as "unitId", u.name_vi as "unitVi", u.name_en as "unitEn", case when told.is_placed then w.title_text end as title,
      case when told.is_placed then (select c.ancestor_id from organisation.closure c
        where c.descendant_id = w.unit_id and c.ancestor_id = any(${laneIds}::uuid[]) and upper_inf(c.recorded) and c.held @> ${on}::date
        order by c.depth limit 1) end as "laneId",
      ${personInScope(sight.sensitive, sight.today, 'w.person_id')} as "seesParty",
      ${personInScope(sight.ratings, sight.today, 'w.person_id')} as "seesRatings" ${more}
    from ${who} w
    join people.profile p on p.person_id = w.person_id and upper_inf(p.recorded)
    cross join lateral (select ${placeIsTold(sight.sensitive, sight.today, 'w.person_id', sql`${on}::date`)} as is_placed) told
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = w.unit_id and upper_inf(v.recorded) order by v.held @> ${on}::date desc, lower(v.held) desc limit 1
    ) u on true
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.person_id`.execute(db)
  return rows
}

/** How many of each unit with seats are on the board, whoever may see them. */
export async function takenByLane(
  db: Db,
  classId: string,
  { on, laneIds }: Pick<OnDay, 'on' | 'laneIds'>,
): Promise<{ total: number; sent: number; byLane: Map<string, number> }> {
  const { rows } = await sql<{ laneId: string | null; count: number; sent: number }>`
    select lane.id as "laneId", count(*)::int as count, count(*) filter (where n.state = 'sent')::int as sent
    from training.nomination n
    left join lateral (
      select c.ancestor_id as id from organisation.closure c
      where c.descendant_id = n.unit_id and c.ancestor_id = any(${laneIds}::uuid[]) and upper_inf(c.recorded) and c.held @> ${on}::date
      order by c.depth limit 1) lane on true
    where n.class_id = ${classId}::uuid and upper_inf(n.recorded) and n.state <> 'withdrawn' group by 1`.execute(db)
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    sent: rows.reduce((sum, row) => sum + row.sent, 0),
    byLane: new Map(rows.flatMap(({ laneId, count }) => (laneId === null ? [] : [[laneId, count]]))),
  }
}

/** Who serves in the units on the day and is neither on the board nor in the class, by name. */
export async function servingIn(
  db: Db,
  { classId, unitIds, on, q, sight }: { classId: string; unitIds: string[] | null; on: string; q: string | undefined; sight: Sight },
): Promise<string[]> {
  const words = q ? fold(q).split(' ').filter(Boolean) : []
  const { rows } = await sql<{ id: string }>`
    select p.person_id as id from people.profile p
    where upper_inf(p.recorded) and ${personInScope(sight.scope, sight.today, 'p.person_id')}
      and exists (select from ${ties({ ...sight, unitIds })} t
        where t.person_id = p.person_id and upper_inf(t.recorded) and t.held @> ${on}::date ${unitIds ? sql`and t.unit_id = any(${unitIds}::uuid[])` : sql``})
      and not exists (select from training.nomination n
        where n.person_id = p.person_id and n.class_id = ${classId}::uuid and upper_inf(n.recorded) and n.state <> 'withdrawn')
      and not exists (select from training.enrolment e where e.person_id = p.person_id and e.class_id = ${classId}::uuid and upper_inf(e.recorded))
      ${
        words.length > 0
          ? sql`and ${sql.join(
              words.map((word) => sql`p.search like ${likePattern(word)}`),
              sql` and `,
            )}`
          : sql``
      }
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.person_id`.execute(db)
  return rows.map(({ id }) => id)
}

/** The nominations of the class, or of these persons, held still. */
export async function lockNominations(tx: Tx, classId: string, personIds: readonly string[] | null): Promise<FactColumns[]> {
  const ofPersons = personIds ? sql`and n.person_id = any(${personIds}::uuid[])` : sql``
  const { rows } = await sql<{ fact: FactColumns }>`
    select to_jsonb(n) - 'scope' as fact from training.nomination n
    where n.class_id = ${classId}::uuid and n.state = 'nominated' and upper_inf(n.recorded) ${ofPersons} order by n.person_id for update`.execute(
    tx,
  )
  return rows.map(({ fact }) => fact)
}

function faceOf({ unitId, unitVi, unitEn, ...row }: FaceRow): Face {
  const { personId, name, birth, title, laneId, seesParty, seesRatings } = row
  return {
    ...{ personId, name, birth, title, laneId, seesParty, seesRatings },
    unit: unitId ? { id: unitId, vi: unitVi ?? '', en: unitEn ?? '' } : null,
  }
}

/** The units and all below them on the day. */
export async function unitsBelowAll(db: Db, unitIds: readonly string[], on: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.descendant_id as id from organisation.closure c
    where c.ancestor_id = any(${unitIds}::uuid[]) and upper_inf(c.recorded) and c.held @> ${on}::date`.execute(db)
  return rows.map(({ id }) => id)
}
