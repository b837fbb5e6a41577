import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { isTrainingKind } from '#law/training-kinds.ts'
import { courseFor } from '#law/training-courses.ts'
import { periodsHeld } from '#modules/qualifications/holding.sql.ts'
import { expiryHorizon, type Claim, type Expiring, type ShortOfHours } from './need.ts'

type Asked = { year: number; on: string; unitIds: string[] | null; personIds?: string[] | undefined }

/** What a post weighs that nobody has weighed. */
const ordinaryWeight = 1

/** Certificates that end before the year's end or before a course could renew them, and are not renewed already. */
export async function expiringOf(db: Db, asked: Asked): Promise<Expiring[]> {
  const { rows } = await sql<Expiring>`
    with place as (${places(asked)})
    select place.*, q.kind as requirement, q.level, q.expires_on as "expiresOn"
    from place join qualifications.qualification q on q.person_id = place."personId"
    where upper_inf(q.recorded) and q.state = 'finished' and q.expires_on is not null and q.held @> ${asked.on}::date
      and q.expires_on < greatest(${`${asked.year + 1}-01-01`}::date, ${asked.on}::date + interval '5 years')
      and not exists (
        select from qualifications.qualification o
        where o.person_id = q.person_id and upper_inf(o.recorded) and o.state in ('finished', 'studying') and o.kind = q.kind and o.rank >= q.rank
          and o.language is not distinct from q.language and o.id <> q.id and (o.expires_on is null or o.expires_on > q.expires_on))`.execute(
    db,
  )
  return rows.filter(({ requirement, level, expiresOn }) => {
    const kind = courseFor(requirement, level)
    return kind !== null && expiresOn < expiryHorizon(asked.year, asked.on, kind)
  })
}

/** Who has completed fewer periods in the year than asked, and attends no class that would make them up. */
export async function shortOfHours(db: Db, asked: Asked, periods: number): Promise<ShortOfHours[]> {
  const { rows } = await sql<ShortOfHours>`
    with place as (${places(asked)}), hours as (${periodsHeld({ on: dayInYear(asked), knownAt: null }, null)})
    select place.*, coalesce(h.attended, 0) as found from place left join hours h on h.person_id = place."personId"
    where coalesce(h.attended + h.attending, 0) < ${periods}`.execute(db)
  return rows
}

/** The day itself, or the day of the year asked that lies nearest to it. */
export function dayInYear({ year, on }: Pick<Asked, 'year' | 'on'>): string {
  if (on < `${year}-01-01`) return `${year}-01-01`
  return on > `${year}-12-31` ? `${year}-12-31` : on
}

/** What is said of needs of the year, unless the person has been sent to the course or entered in a class of it since. */
export async function claimsOf(db: Db, asked: Asked): Promise<Claim[]> {
  const inYear = sql`between ${`${asked.year}-01-01`}::date and ${`${asked.year}-12-31`}::date`
  const { rows } = await sql<Claim>`
    with place as (${places(asked)})
    select place.*, n.id as "claimId", n.kind, n.stance, n.reason, n.said_by as by, (n.stance = 'struck' and exists (
      select from training.need_claim b where b.person_id = n.person_id and b.closed_entry_id = n.entry_id and b.stance = 'applied')) as "wasApplied"
    from place join training.need_claim n on n.person_id = place."personId"
    where upper_inf(n.recorded) and n.year = ${asked.year}
      and not exists (select from training.sending s
        where s.person_id = n.person_id and upper_inf(s.recorded) and s.kind = n.kind and s.status = 'sent' and s.sent_on ${inYear})
      and not exists (select from training.enrolment e join training.class_version c on c.class_id = e.class_id and upper_inf(c.recorded)
        where e.person_id = n.person_id and upper_inf(e.recorded) and c.kind = n.kind and lower(c.held) ${inYear})`.execute(db)
  return rows.filter(({ kind }) => isTrainingKind(kind))
}

/** Where each serves on the day, the main post before another. */
function places({ on, unitIds, personIds }: Asked): RawBuilder<unknown> {
  return sql`
    select distinct on (a.person_id) a.person_id as "personId", a.unit_id as "unitId", a.title_code as "titleCode", a.title_text as "titleText",
      coalesce(t.is_leader, false) as "isLeader", coalesce(w.weight, ${ordinaryWeight}::int) as weight
    from people.assignment a
    left join organisation.title t on t.code = a.title_code
    left join qualifications.post_weight w on w.title_code = a.title_code and upper_inf(w.recorded) and w.held @> ${on}::date
    where upper_inf(a.recorded) and a.held @> ${on}::date
      and ${unitIds ? sql`a.unit_id = any(${unitIds}::uuid[])` : sql`true`} and ${personIds ? sql`a.person_id = any(${personIds}::uuid[])` : sql`true`}
    order by a.person_id, (a.kind = 'main') desc, lower(a.held), a.id`
}
