import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'

type Seen = { scope: Scope; sensitive: Scope; today: string }
type Named = { id: string; vi: string; en: string }
export type Learner = {
  id: string
  personId: string
  name: string
  birth: string | null
  unit: Named | null
  title: string | null
  result: string | null
  certificate: string | null
  canOpen: boolean
}
type Row = Omit<Learner, 'unit'> & { unitId: string | null; unitVi: string | null; unitEn: string | null; key: string }

const names = sql`p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", e.id`

/** The trainees of a class by name; `seen` says whose files the caller may open, and whom they see closely. */
export async function learnersPage(
  db: Db,
  classId: string,
  seen: Seen,
  page: { after?: string | undefined; limit: number },
): Promise<{ learners: Learner[]; next: string | null }> {
  const after = partsOf(page.after)
  const { rows } = await sql<Row>`
    select e.id, e.person_id as "personId", p.full_name as name, p.birth, case when told.is_placed then e.title_text end as title, e.result, e.certificate,
      case when told.is_placed then e.unit_id end as "unitId", u.name_vi as "unitVi", u.name_en as "unitEn", ${personInScope(seen.scope, seen.today, 'e.person_id')} as "canOpen",
      jsonb_build_array(p.given, p.family, p.middle, e.id)::text as key
    from training.enrolment e
    join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = e.unit_id and upper_inf(v.recorded) order by v.held @> lower(e.held) desc, lower(v.held) desc limit 1
    ) u on true
    ${told(seen)}
    where e.class_id = ${classId}::uuid and upper_inf(e.recorded)
      and ${after ? sql`(${names}) > (${after[0]}::text, ${after[1]}::text, ${after[2]}::text, ${after[3]}::uuid)` : sql`true`}
    order by ${names} limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit)
  return { learners: shown.map(learnerOf), next: rows.length > page.limit ? (shown.at(-1)?.key ?? null) : null }
}

export async function learnersByUnit(db: Db, classId: string, seen: Seen): Promise<{ unit: Named | null; count: number }[]> {
  const { rows } = await sql<{ id: string | null; vi: string | null; en: string | null; count: number }>`
    select u.id, u.vi, u.en, count(*)::int as count
    from training.enrolment e
    ${told(seen)}
    left join lateral (
      select e.unit_id as id, v.name_vi as vi, v.name_en as en from organisation.unit_version v
      where told.is_placed and v.unit_id = e.unit_id and upper_inf(v.recorded) order by v.held @> lower(e.held) desc, lower(v.held) desc limit 1
    ) u on true
    where e.class_id = ${classId}::uuid and upper_inf(e.recorded) group by 1, 2, 3 order by 4 desc, 2`.execute(db)
  return rows.map(({ id, vi, en, count }) => ({ unit: id ? { id, vi: vi ?? '', en: en ?? '' } : null, count }))
}

function told({ sensitive, today }: Seen): RawBuilder<unknown> {
  return sql`cross join lateral (select ${placeIsTold(sensitive, today, 'e.person_id', sql`lower(e.held)`)} as is_placed) told`
}

export type Wanted = { personId: string; name: string; isSeen: boolean; isIn: boolean; unitId: string | null; titleText: string | null }

/** The persons to enter: who they are, whether they are in the class already, and where they served when it opened. */
export async function wantedLearners(
  tx: Tx,
  classId: string,
  personIds: string[],
  seen: { scope: Scope; today: string; openedOn: string },
): Promise<Wanted[]> {
  const { rows } = await sql<Wanted>`
    select p.person_id as "personId", p.full_name as name, ${personInScope(seen.scope, seen.today, 'p.person_id')} as "isSeen",
      exists (select from training.enrolment e where e.person_id = p.person_id and e.class_id = ${classId}::uuid and upper_inf(e.recorded)) as "isIn",
      tie.unit_id as "unitId", tie.title_text as "titleText"
    from people.profile p
    left join lateral (
      select a.unit_id, a.title_text, a.kind = 'main' as is_main from people.assignment a
      where a.person_id = p.person_id and upper_inf(a.recorded) and a.held @> ${seen.openedOn}::date
      union all
      select m.unit_id, m.title_text, false from people.membership m
      where m.person_id = p.person_id and upper_inf(m.recorded) and m.held @> ${seen.openedOn}::date
      order by is_main desc limit 1
    ) tie on true
    where p.person_id = any(${personIds}::uuid[]) and upper_inf(p.recorded)`.execute(tx)
  return rows
}

function learnerOf({ unitId, unitVi, unitEn, ...row }: Row): Learner {
  return { ...row, unit: unitId ? { id: unitId, vi: unitVi ?? '', en: unitEn ?? '' } : null }
}

function partsOf(key: string | undefined): string[] | null {
  if (!key) return null
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) && parts.length === 4 && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null // Not a key of ours: the list opens at its beginning.
  }
}
