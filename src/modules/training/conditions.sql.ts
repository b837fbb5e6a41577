import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Busy, Candidate, HeldQualification } from './candidate.ts'

type Base = Omit<Candidate, 'ratings' | 'qualifications' | 'busy' | 'party' | 'service'> & {
  partyJoined: string | null
  partyOfficial: string | null
  isMember: boolean
  serviceFrom: string | null
  isAtLeast: boolean | null
}
type Of<T> = T & { personId: string }

const perChunk = 5_000

/** What conditions are held against, of many persons at once, as of a day; in the order asked, whoever is not there left out. */
export async function candidatesFor(db: Db, { personIds, on }: { personIds: readonly string[]; on: string }): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (let start = 0; start < personIds.length; start += perChunk)
    found.push(...(await chunk(db, personIds.slice(start, start + perChunk), on)))
  return found
}

async function chunk(db: Db, ids: readonly string[], on: string): Promise<Candidate[]> {
  const bases = new Map((await basesOf(db, ids, on)).map((base) => [base.personId, base]))
  const ratings = grouped(await ratingsOf(db, ids))
  const qualifications = grouped(await qualificationsOf(db, ids, on))
  const busy = grouped(await busyOf(db, ids, on))
  return ids.flatMap((personId) => {
    const base = bases.get(personId)
    if (!base) return []
    const { partyJoined, partyOfficial, isMember, serviceFrom, isAtLeast, ...rest } = base
    return [
      {
        ...rest,
        party: { joined: partyJoined, official: partyOfficial, isMember },
        service: serviceFrom === null ? null : { from: serviceFrom, isAtLeast: isAtLeast ?? false },
        ratings: ratings.get(personId) ?? [],
        qualifications: qualifications.get(personId) ?? [],
        busy: busy.get(personId) ?? [],
      },
    ]
  })
}

/** Breaks between posts are taken off by moving the beginning of service forward. */
async function basesOf(db: Db, ids: readonly string[], on: string): Promise<Base[]> {
  const { rows } = await sql<Base>`
    with served as (
      select a.person_id, range_agg(a.held * daterange(null, ${on}::date)) as days, min(lower(a.held)) as first,
        bool_or(not a.from_known) as is_at_least
      from people.assignment a
      where a.person_id = any(${ids}::uuid[]) and upper_inf(a.recorded) and lower(a.held) < ${on}::date group by 1
    ), post as (
      select distinct on (a.person_id) a.person_id, a.unit_id, a.title_code, a.title_text
      from people.assignment a
      where a.person_id = any(${ids}::uuid[]) and upper_inf(a.recorded) and a.held @> ${on}::date
      order by a.person_id, (a.kind = 'main') desc, lower(a.held) desc
    ), fields as (
      select f.title_code, jsonb_agg(f.field_code order by f.field_code) as codes from qualifications.accepted_field f
      where upper_inf(f.recorded) and f.held @> ${on}::date group by 1
    ), member as (
      select distinct m.person_id from people.membership m
      where m.person_id = any(${ids}::uuid[]) and m.kind = 'party_member' and upper_inf(m.recorded) and m.held @> ${on}::date
    )
    select p.person_id as "personId", p.birth, p.sex, p.general_education as "generalEducation",
      p.party_joined as "partyJoined", p.party_official as "partyOfficial", member.person_id is not null as "isMember",
      (select ${on}::date - sum(upper(d) - lower(d))::int from unnest(s.days) d) as "serviceFrom", s.is_at_least as "isAtLeast",
      case when post.person_id is not null then jsonb_build_object('unitId', post.unit_id, 'unitKind', coalesce(u.kind, ''), 'titleCode', post.title_code,
        'titleText', post.title_text, 'isLeader', coalesce(t.is_leader, false), 'fields', coalesce(fields.codes, '[]')) end as post
    from people.profile p
    left join served s using (person_id)
    left join post using (person_id)
    left join member using (person_id)
    left join organisation.title t on t.code = post.title_code
    left join fields on fields.title_code = post.title_code
    left join organisation.unit_version u on u.unit_id = post.unit_id and upper_inf(u.recorded) and u.held @> ${on}::date
    where p.person_id = any(${ids}::uuid[]) and upper_inf(p.recorded)`.execute(db)
  return rows
}

async function ratingsOf(db: Db, ids: readonly string[]): Promise<Of<Candidate['ratings'][number]>[]> {
  const { rows } = await sql<Of<Candidate['ratings'][number]>>`
    select person_id as "personId", year, grade from evaluation.rating
    where person_id = any(${ids}::uuid[]) and upper_inf(recorded) order by year`.execute(db)
  return rows
}

async function qualificationsOf(db: Db, ids: readonly string[], on: string): Promise<Of<HeldQualification>[]> {
  const { rows } = await sql<Of<HeldQualification>>`
    select person_id as "personId", kind, level, rank, state, field_code as "fieldCode", field_text as "fieldText", language,
      lower(held) as "from", upper(held) as "to", expires_on as "expiresOn"
    from qualifications.qualification
    where person_id = any(${ids}::uuid[]) and upper_inf(recorded)
      and (held @> ${on}::date and state = 'finished' or state = 'studying' and (upper(held) is null or upper(held) > ${on}::date))`.execute(
    db,
  )
  return rows
}

/** A sending to a class of ours and the place in it are one thing: the class's days are known better. */
async function busyOf(db: Db, ids: readonly string[], on: string): Promise<Of<Busy>[]> {
  const { rows } = await sql<Of<Busy>>`
    select s.person_id as "personId", 'sending' as what, s.id, s.class_id as "classId", s.kind, coalesce(s.institution, s.purpose) as title, s.mode,
      coalesce(lower(s.study), s.sent_on) as "from", upper(s.study) as "to"
    from training.sending s
    where s.person_id = any(${ids}::uuid[]) and upper_inf(s.recorded) and s.status = 'sent' and s.outcome is null
      and (upper(s.study) is null or upper(s.study) > ${on}::date)
      and not exists (select from training.enrolment e where e.person_id = s.person_id and e.class_id = s.class_id and upper_inf(e.recorded))
    union all
    select e.person_id, 'class', e.id, e.class_id, c.kind, c.title, c.mode, lower(c.held), upper(c.held)
    from training.enrolment e join training.class_version c on c.class_id = e.class_id and upper_inf(c.recorded)
    where e.person_id = any(${ids}::uuid[]) and upper_inf(e.recorded) and e.state = 'enrolled'
      and upper(c.held) > ${on}::date
    union all
    select n.person_id, 'nomination', n.id, n.class_id, c.kind, c.title, c.mode, lower(c.held), upper(c.held)
    from training.nomination n join training.class_version c on c.class_id = n.class_id and upper_inf(c.recorded)
    where n.person_id = any(${ids}::uuid[]) and upper_inf(n.recorded) and n.state = 'nominated'
      and (upper(c.held) is null or upper(c.held) > ${on}::date)`.execute(db)
  return rows
}

function grouped<T extends { personId: string }>(rows: readonly T[]): Map<string, Omit<T, 'personId'>[]> {
  const groups = new Map<string, Omit<T, 'personId'>[]>()
  for (const { personId, ...row } of rows) {
    const group = groups.get(personId)
    if (group) group.push(row)
    else groups.set(personId, [row])
  }
  return groups
}
