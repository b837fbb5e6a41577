import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Requirement } from '#law/requirements.ts'
import type { GapState } from './gap.ts'
import { holdings, postsHeld, type Asking } from './holding.sql.ts'
import type { Rules } from './rules.sql.ts'
import { asksOf, codeOfState, stateCode, stateOfCode } from './states.sql.ts'

export type Behind = { titleCode: string | null; requirement: Requirement | null; state: GapState | null }
export type PersonBehind = { personId: string; name: string; state: GapState }
type Row = Omit<PersonBehind, 'state'> & { worst: number; key: string; total: number }

const names = sql`p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.person_id`

/** The persons behind a number, by name: each by the worst of what is asked of them, as the table counts them. */
export async function peopleBehind(
  db: Db,
  asking: Asking,
  rules: Rules,
  { behind, after, limit }: { behind: Behind; after: string | undefined; limit: number },
): Promise<{ total: number; people: PersonBehind[]; next: string | null }> {
  const key = partsOf(after)
  const asks = asksOf(rules, behind.titleCode === null ? [...rules.of.keys()] : [behind.titleCode], behind.requirement)
  const states = asks.requirements.map((requirement) => stateCode(rules, requirement, 'held', 'ask'))
  const { rows } = await sql<Row>`
    with post as materialized (${postsHeld(asking)}), held as (${holdings(asking, rules.layout, { persons: 'post' })}),
      judged as (
        select post.person_id, max(greatest(0, ${sql.join([sql`0`, ...states])})) as worst
        from post join ${asks.as('ask')} on ask.title_code = post.title_code left join held on held.person_id = post.person_id
        group by post.person_id
      ), found as materialized (select * from judged where ${behind.state === null ? sql`worst > 0` : sql`worst = ${codeOfState(behind.state)}`})
    select p.person_id as "personId", p.full_name as name, found.worst, (select count(*)::int from found) as total,
      jsonb_build_array(p.given, p.family, p.middle, p.person_id)::text as key
    from found join people.profile p on p.person_id = found.person_id and upper_inf(p.recorded)
    where ${key ? sql`(${names}) > (${key[0]}::text, ${key[1]}::text, ${key[2]}::text, ${key[3]}::uuid)` : sql`true`}
    order by ${names} limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return {
    total: rows[0]?.total ?? 0,
    people: shown.map(({ personId, name, worst }) => ({ personId, name, state: stateOfCode(worst) ?? 'missing' })),
    next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
  }
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
