import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { refuse } from '#server/refusal.ts'
import { lockNominations } from './board-people.sql.ts'
import { boardState, lockBoard, touchBoard } from './board.sql.ts'
import { nominateObjections } from './board.ts'
import { findClass, lockClass } from './class-known.sql.ts'
import { wantedLearners } from './learner.sql.ts'
import { recordNominations } from './nomination.sql.ts'

type OpenClass = { classId: string; lineId: string; seats: number | null }
export type Adopted = { nominated: number; already: number; waiting: { lineId: string; people: number }[] }

/** Puts everybody proposed on the board of a class of their line; whoever has no class to go to is told of. */
export async function adoptSeats(tx: Tx, proposalId: string, around: { today: string; by: string }): Promise<Adopted> {
  const { rows } = await sql<{ personId: string; lineId: string }>`
    select s.person_id as "personId", s.line_id as "lineId" from training.proposal_seat s
    where s.proposal_id = ${proposalId}::uuid and s.line_id is not null order by s.worth desc, s.why ->> 'order', s.kind`.execute(tx)
  const adopted: Adopted = { nominated: 0, already: 0, waiting: [] }
  const byLine = Map.groupBy(rows, ({ lineId }) => lineId)
  const classes = Map.groupBy(await openClasses(tx, [...byLine.keys()], around.today), ({ lineId }) => lineId)
  for (const [lineId, seats] of byLine) {
    let left = seats.map(({ personId }) => personId)
    for (const one of classes.get(lineId) ?? []) left = await nominateIn(tx, one, left, { ...around, adopted })
    if (left.length > 0) adopted.waiting.push({ lineId, people: left.length })
  }
  return adopted
}

/** Those who do not fit in are given back. */
async function nominateIn(
  tx: Tx,
  { classId, seats }: OpenClass,
  personIds: string[],
  { today, by, adopted }: { today: string; by: string; adopted: Adopted },
): Promise<string[]> {
  const of = await findClass(tx, 'everything', classId)
  await lockClass(tx, classId)
  await lockBoard(tx, classId, (await boardState(tx, classId)).revision)
  const wanted = await wantedLearners(tx, classId, personIds, { scope: 'everything', today, openedOn: today })
  const nominated = new Set((await lockNominations(tx, classId, null)).map(({ person_id }) => person_id))
  const isThere = new Set([...nominated, ...wanted.filter(({ isIn }) => isIn).map(({ personId }) => personId)])
  const byId = new Map(wanted.map((one) => [one.personId, one]))
  const places = seats === null ? Infinity : Math.max(0, seats - (await takenIn(tx, classId)))
  const added = personIds.filter((id) => !isThere.has(id) && byId.get(id)?.unitId).slice(0, places)
  const news = added.flatMap((id) => byId.get(id) ?? [])
  refuse(
    nominateObjections(
      of,
      news.map((one) => ({ ...one, isNominated: false })),
      today,
    ),
  )
  await recordNominations(
    tx,
    news.map(({ personId, unitId, titleText }) => ({
      ...{ personId, classId, unitId: unitId ?? '', titleText },
      nominatedBy: by,
      nominatedOn: today,
    })),
  )
  if (news.length > 0) await touchBoard(tx, classId)
  adopted.nominated += news.length
  adopted.already += personIds.filter((id) => isThere.has(id)).length
  return personIds.filter((id) => !isThere.has(id) && !added.includes(id))
}

async function openClasses(db: Db, lineIds: string[], today: string): Promise<OpenClass[]> {
  const { rows } = await sql<OpenClass>`
    select c.class_id as "classId", c.plan_line_id as "lineId", c.seats from training.class_version c
    where upper_inf(c.recorded) and c.plan_line_id = any(${lineIds}::uuid[]) and (upper(c.held) is null or upper(c.held) > ${today}::date) and c.head_count is null
    order by lower(c.held), c.class_id`.execute(db)
  return rows
}

/** Seats that are gone: who stands on the board or has been entered. */
async function takenIn(db: Db, classId: string): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select count(distinct person_id)::int as taken from (
      select person_id from training.nomination where class_id = ${classId}::uuid and upper_inf(recorded) and state <> 'withdrawn'
      union all select person_id from training.enrolment where class_id = ${classId}::uuid and upper_inf(recorded) and state <> 'withdrawn'
    ) t`.execute(db)
  return rows[0]?.taken ?? 0
}
