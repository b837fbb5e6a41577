import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Finding } from './finding.ts'

const stretchLength = 5_000
const shownFindings = 100

export type Place = { seq: number; hash: string }
export type Stretch = { entries: number; last: Place; findings: Finding[]; isEnd: boolean }
export type Verification = {
  entries: number
  head: string | null
  broken: number | null
  findings: Finding[]
  /** Where to go on; null once the end was reached. */
  next: number | null
}

/** Where the chain begins: before its first entry. */
export const beginning: Place = { seq: 0, hash: '00' }

/**
 * Computes every seal after `from` again, stretch by stretch: the memory it takes does not grow with the log. After about
 * `most` entries it stops and says where to go on.
 */
export async function verifyChain(db: Db, from: Place = beginning, most = Number.POSITIVE_INFINITY): Promise<Verification> {
  const findings: Finding[] = []
  let entries = 0
  let last = from
  let isEnd = false
  while (!isEnd && entries < most) {
    const stretch = await verifyStretch(db, last)
    entries += stretch.entries
    last = stretch.last
    findings.push(...stretch.findings.slice(0, shownFindings - findings.length))
    isEnd = stretch.isEnd
  }
  if (isEnd) findings.push(...(await verifyEnd(db, last)), ...(await verifyDays(db)))
  const broken = findings.length === 0 ? null : Math.min(...findings.map(({ seq }) => seq))
  return { entries, head: last.seq === 0 ? null : last.hash, broken, findings, next: isEnd ? null : last.seq }
}

/** The entries next after a place: each must fit its own seal, follow the one before, and leave no number out. */
export async function verifyStretch(db: Db, after: Place, length = stretchLength): Promise<Stretch> {
  type Row = { entries: number; seq: number | null; hash: string | null; findings: Finding[] | null }
  const { rows } = await sql<Row>`
    with part as (
      select e.seq, e.hash, e.previous, (e.at at time zone 'Asia/Ho_Chi_Minh')::date as day,
        lag(e.seq, 1, ${after.seq}::bigint) over w as last, lag(e.hash, 1, decode(${after.hash}, 'hex')) over w as before,
        audit.seal(e.previous, e) = e.hash
          -- What would leave the seal as it is: an empty reason for none, and the sign that parts the fields.
          and e.reason is distinct from '' and position(chr(31) in concat(e.actor, e.operation, e.reason)) = 0 as is_sealed
      from (select * from audit.entry where seq > ${after.seq}::bigint order by seq limit ${length}) e
      window w as (order by e.seq)
    ), found as (
      select 'missing' as kind, last + 1 as seq, seq - 1 as until, day from part where seq > last + 1
      union all select 'unlinked', seq, seq, day from part where seq = last + 1 and previous <> before
      union all select 'altered', seq, seq, day from part where not is_sealed
    )
    select (select count(*)::int from part) as entries, end_of.seq, encode(end_of.hash, 'hex') as hash,
      (select jsonb_agg(f order by f.seq) from (select * from found order by seq limit ${shownFindings}) f) as findings
    from (select) one left join lateral (select seq, hash from part order by seq desc limit 1) end_of on true`.execute(db)
  const { entries = 0, seq = null, hash = null, findings = null } = rows[0] ?? {}
  return {
    entries,
    last: seq === null || hash === null ? after : { seq, hash },
    findings: findings ?? [],
    isEnd: entries < length,
  }
}

/** Whether the chain ends where the last seal says, `last` being the last entry that was looked at. */
export async function verifyEnd(db: Db, last: Place): Promise<Finding[]> {
  // One statement, one view of both: entries are appended meanwhile.
  type Row = { head: number | null; count: number; entries: number; end: number; hash: boolean; on: string | null; lastOn: string | null }
  const { rows } = await sql<Row>`
    select h.seq as head, h.count, (select count(*) from audit.entry) as entries, coalesce(l.seq, 0) as "end", coalesce(l.hash, '\\x00') = h.hash as hash,
      h.day as "on", (l.at at time zone 'Asia/Ho_Chi_Minh')::date as "lastOn"
    from (select) one left join audit.head h on true
      left join lateral (select seq, hash, at from audit.entry order by seq desc limit 1) l on true`.execute(db)
  const [end] = rows
  if (!end || end.head === null) return [{ kind: 'no-head', seq: last.seq, until: last.seq, day: null }]
  if (end.end < end.head) return [{ kind: 'cut', seq: end.end + 1, until: end.head, day: end.on }]
  if (end.end > end.head) return [{ kind: 'beyond', seq: end.head + 1, until: end.end, day: end.lastOn }]
  if (!end.hash) return [{ kind: 'head', seq: end.end, until: end.end, day: end.lastOn }]
  if (end.entries !== end.count) return [{ kind: 'count', seq: end.head, until: end.head, day: end.on }]
  return []
}

/** The seals kept as each day ended against the entries they were taken from. */
export async function verifyDays(db: Db): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'day-seal' as kind, d.seq, d.seq as until, d.day
    from audit.day_seal d left join audit.entry e on e.seq = d.seq
    where e.hash is distinct from d.hash order by d.day limit ${shownFindings}`.execute(db)
  return rows
}

/** The entry a printed seal speaks of: by its number and the first signs of its hash, or by these alone. */
export async function findSealed(db: Db, printed: { seq: number | null; hash: string }): Promise<(Place & { day: string }) | undefined> {
  const low = printed.hash.padEnd(64, '0')
  const high = printed.hash.padEnd(64, 'f')
  const { rows } = await sql<Place & { day: string }>`
    select seq, encode(hash, 'hex') as hash, (at at time zone 'Asia/Ho_Chi_Minh')::date as day from audit.entry
    where hash between decode(${low}, 'hex') and decode(${high}, 'hex') and ${printed.seq === null ? sql`true` : sql`seq = ${printed.seq}::bigint`}
    order by seq limit 1`.execute(db)
  return rows[0]
}

/** The place after an entry; the beginning for none. */
export async function placeAt(db: Db, seq: number): Promise<Place> {
  const { rows } = await sql<Place>`select seq, encode(hash, 'hex') as hash from audit.entry where seq = ${seq}::bigint`.execute(db)
  return rows[0] ?? { seq, hash: beginning.hash }
}

/** The seal with which the last day before `day` ended; the beginning when there is none. */
export async function placeBefore(db: Db, day: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select seq, encode(hash, 'hex') as hash from (
      select day, seq, hash from audit.day_seal union all select day, seq, hash from audit.head
    ) s where day < ${day}::date order by day desc limit 1`.execute(db)
  return rows[0] ?? beginning
}
