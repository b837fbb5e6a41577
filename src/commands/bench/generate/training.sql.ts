import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { trainingKinds } from '#law/training-kinds.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { districtPeople, sendingsEach, type Scale } from '../sizes.ts'
import { fillTable } from './bulk.sql.ts'
import type { Sources } from './people.sql.ts'
import { twoLevelsFrom } from './unit-codes.ts'

const recorded = sql`tstzrange('2026-01-05 01:00:00+00', null)`
const ended = sql`${twoLevelsFrom}::date`
const sentKinds = sql`'{LLCT_CC,LLCT_TC,LLCT_TC,DT_DH,DT_CD,DT_NC,QLNN_CV,QLNN_CV,QLNN_CVC,BD_BCV,BD_TH,BD_KTQL}'::text[]`
const classKinds = ['LLCT_SC', 'BD_CN', 'BD_CN', 'BD_CD', 'BD_CD', 'BD_CD', 'BD_XDD', 'BD_DT', 'LLCT_TC', 'BD_VTVL'] as const
const days = sql`6000`
// So many learn in one class; so many are sent by one paper.
const learners = 50
const papersOfRound = 100

/** The papers that sent people to study, each some 25 of one district, and the sendings they made. */
export function fillPapers(db: Db, { scale, entry }: Sources): Promise<void> {
  return fillTable(
    db,
    'decisions.decision',
    sql`insert into decisions.decision (id, code, number, symbol, code_key, kind, issued_on, issuer, issuer_unit_id, subject, recorded_at, entry_id)
    select bench.id(6, key), key || '-QĐ/HU', key::text, 'QĐ/HU', key || ' qd/hu', 'sending', made.day, 'Ban Thường vụ', bench.id(1, ${groupUnit(scale)}),
      'Cử cán bộ đi học', '2026-01-05 01:00:00+00', ${entry}::uuid
    from (select key, key / ${papersOfRound * sendingsEach} as q, date '2010-01-01' + bench.pick(key, 31, ${days}) as day
      from generate_series(0, ${groups(scale) * papersOfRound * sendingsEach - 1}::bigint) key) made`,
  )
}

export function fillSendings(db: Db, { scale, entry }: Sources): Promise<void> {
  return fillTable(
    db,
    'training.sending',
    sql`insert into training.sending (person_id, id, kind, unit_id, sent_on, institution, outcome, outcome_on, held, recorded, decision_id, entry_id, scope)
    select p.person_id, bench.id(7, k * ${scale.people}::bigint + p.n), (${sentKinds})[1 + bench.pick(paper.key, 32, 12)],
      case when paper.day < ${ended} then p.old_id else p.now_id end, paper.day, 'Trường Chính trị', case when paper.day < '2025-06-01' then 'completed' end,
      case when paper.day < '2025-06-01' then paper.day + 300 end, daterange(paper.day, paper.day + 300), ${recorded}, bench.id(6, paper.key), ${entry}::uuid, p.scope
    from generate_series(0, ${sendingsEach - 1}) k cross join bench.person p
    cross join lateral (select (p.q * ${sendingsEach} + k) * ${papersOfRound}::bigint + p.m / 25 as key offset 0) one
    cross join lateral (select one.key, date '2010-01-01' + bench.pick(one.key, 31, ${days}) as day offset 0) paper`,
  )
}

/** Classes of fifty of one district, and a few of which only the head count is known. */
export async function fillClasses(db: Db, { scale, entry }: Sources): Promise<void> {
  const { rounds } = learning(scale)
  const listed = groups(scale) * rounds * (districtPeople / learners)
  await fillTable(
    db,
    'training.class',
    sql`insert into training.class (class_id, entry_id)
    select bench.id(8, key), ${entry}::uuid from generate_series(0, ${listed + groups(scale) * 10 - 1}::bigint) key`,
  )
  const named = classKinds.map((kind) => `Lớp ${trainingKinds[kind].name.vi}`)
  await fillTable(
    db,
    'training.class_version',
    sql`insert into training.class_version (id, class_id, kind, title, search, opener_unit_id, place, head_count, periods, held, recorded, entry_id)
    select bench.id(10, key), bench.id(8, key), (${[...classKinds]}::text[])[kind], (${named}::text[])[kind], (${named.map(fold)}::text[])[kind],
      bench.id(1, ${groupUnit(scale)}), 'Trung tâm chính trị', case when key >= ${listed} then 60 end, 40, daterange(made.day, made.day + 5), ${recorded}, ${entry}::uuid
    from (
      select key, case when key < ${listed} then key / ${rounds * (districtPeople / learners)} else (key - ${listed}) / 10 end as q,
        date '2010-01-01' + bench.pick(key, 41, ${days}) as day, 1 + bench.pick(key, 42, ${classKinds.length}) as kind
      from generate_series(0, ${listed + groups(scale) * 10 - 1}::bigint) key
    ) made`,
  )
}

export function fillEnrolments(db: Db, { scale, entry }: Sources): Promise<void> {
  const { rounds, inLast } = learning(scale)
  const perRound = districtPeople / learners
  return fillTable(
    db,
    'training.enrolment',
    sql`insert into training.enrolment (person_id, id, class_id, unit_id, result, state, state_on, held, recorded, entry_id, scope)
    select p.person_id, bench.id(11, j * ${scale.people}::bigint + p.n), bench.id(8, class.key), case when class.day < ${ended} then p.old_id else p.now_id end,
      'Khá', case when bench.pick(p.n, 43, 20) = 0 then 'enrolled' else 'completed' end, class.day + 5, daterange(class.day, class.day + 5), ${recorded}, ${entry}::uuid, p.scope
    from generate_series(0, ${rounds - 1}) j cross join bench.person p
    cross join lateral (select (p.q * ${rounds} + j) * ${perRound}::bigint + p.m / ${learners} as key offset 0) one
    cross join lateral (select one.key, date '2010-01-01' + bench.pick(one.key, 41, ${days}) as day offset 0) class
    where j < ${rounds - 1} or p.n < ${inLast}`,
  )
}

/** How many rounds of classes there are, and how many people were in the last of them. */
function learning({ people, trained }: Scale): { rounds: number; inLast: number } {
  const places = trained - people * sendingsEach
  const rounds = Math.ceil(places / people)
  return { rounds, inLast: places - (rounds - 1) * people }
}

function groups({ people }: Scale): number {
  return Math.ceil(people / districtPeople)
}

/** The code of who acts for the group `q` on the day: its district, or its province once there were none. */
function groupUnit({ provinces, districts, people }: Scale): RawBuilder<number> {
  const all = provinces * districts
  const perProvince = Math.max(1, Math.ceil((people - all * districtPeople) / provinces))
  return sql<number>`case
    when made.q >= ${all} then ((made.q - ${all}) * ${districtPeople} / ${perProvince} + 1) * 100000
    when made.day < ${ended} then (made.q / ${districts} + 1) * 100000 + (made.q % ${districts} + 1) * 1000
    else (made.q / ${districts} + 1) * 100000 end`
}
