import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { closeFacts } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { assureUnitOnDay, unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { findClass, isNothing, lockClass, scopeFor, settleClass } from './class-known.sql.ts'
import { readClassSpine, readClassWindow } from './class-list.sql.ts'
import { classSpine, classWindow, correctClass, createClass, enrol, readClass } from './class.contract.ts'
import { addClasses, recordClassVersions, recordEnrolments } from './class.sql.ts'
import { classObjections, enrolObjections } from './class.ts'
import { learnersByUnit, learnersPage, wantedLearners } from './learner.sql.ts'
import { sessionsOf } from './session.sql.ts'
import { courseObjections } from './session.ts'

export function classRoutes(): Route[] {
  return [
    wideQuery(classSpine, async ({ day, unitId, ...filters }, { db, scope, today, now }) => {
      const on = day ?? today
      return readClassSpine(db, { filters, day: on, scope, unitIds: unitId ? await unitsUnder(db, unitId, on, now) : null })
    }),

    wideQuery(classWindow, async ({ day, unitId, after, limit, ...filters }, { db, scope, today, now }) => {
      const on = day ?? today
      return readClassWindow(
        db,
        { filters, day: on, scope, unitIds: unitId ? await unitsUnder(db, unitId, on, now) : null },
        { after, limit },
      )
    }),

    wideQuery(readClass, async ({ classId, after, limit }, { db, scope, today, actor }) => {
      const found = await findClass(db, scope, classId)
      const people = await scopeFor(db, actor, 'people.read', today)
      const writing = await scopeFor(db, actor, 'training.write', today)
      const seen = { scope: people, sensitive: await sensitiveScope(db, { actor, today }), today }
      const page = await learnersPage(db, classId, seen, { after, limit })
      return {
        class: { ...found, ...(await provenance(db, classId)) },
        ...page,
        byUnit: await learnersByUnit(db, classId, seen),
        may: { write: await isUnitInScope(db, writing, found.opener.id) },
      }
    }),

    command(createClass, async ({ decisionId, basis, override, ...given }, { tx, now }) => {
      await assureUnitOnDay(tx, given.openerUnitId, given.openedOn, now)
      const classId = newId(now.getTime())
      await settleClass(tx, classId, { decisionId, basis, override }, classObjections(given, 0))
      await addClasses(tx, [{ ...given, classId, decisionId }])
      return { classId }
    }),

    command(correctClass, async ({ classId, reason, decisionId, override, ...given }, { tx, now, scope }) => {
      const before = await findClass(tx, scope, classId)
      await assureUnitOnDay(tx, given.openerUnitId, given.openedOn, now)
      const version = await lockClass(tx, classId)
      const objections = [...classObjections(given, before.listed), ...courseObjections(given, await sessionsOf(tx, classId))]
      await settleClass(tx, classId, { decisionId, basis: reason, override }, objections)
      await closeFacts(tx, 'training.class_version', [version.id], 'corrected')
      await recordClassVersions(tx, [{ ...given, classId, decisionId: decisionId ?? version.decisionId }])
      return {}
    }),

    command(enrol, async ({ classId, personIds, decisionId, basis, override }, { tx, scope, today, now, actor }) => {
      const into = await findClass(tx, scope, classId)
      await assureUnitOnDay(tx, into.opener.id, into.openedOn, now)
      const version = await lockClass(tx, classId)
      // A school enters learners whose files it may not open; who has a scope of people keeps to it.
      const people = await scopeFor(tx, actor, 'people.read', today)
      const wanted = await wantedLearners(tx, classId, personIds, {
        scope: isNothing(people) ? scope : people,
        today,
        openedOn: into.openedOn,
      })
      if (wanted.length < new Set(personIds).size || wanted.some(({ isSeen }) => !isSeen)) throw new NotFound()
      const persons = {
        wanted: wanted.length,
        alreadyIn: namesOf(wanted.filter(({ isIn }) => isIn)),
        notThere: namesOf(wanted.filter(({ unitId }) => unitId === null)),
      }
      await settleClass(tx, classId, { decisionId, basis, override }, enrolObjections(into, persons))
      await recordEnrolments(
        tx,
        wanted.map(({ personId, unitId, titleText }) => ({
          personId,
          classId,
          unitId,
          titleText,
          openedOn: into.openedOn,
          closedOn: into.closedOn,
          decisionId: decisionId ?? version.decisionId,
        })),
      )
      return { enrolled: wanted.length }
    }),
  ]
}

type Provenance = {
  paper: { id: string; code: string; issuedOn: string } | null
  run: { id: string; fileName: string; row: number | null } | null
}

async function provenance(db: Db, classId: string): Promise<Provenance> {
  const { rows } = await sql<Provenance>`
    select case when d.id is not null then jsonb_build_object('id', d.id, 'code', d.code, 'issuedOn', d.issued_on) end as paper,
      case when r.id is not null then jsonb_build_object('id', r.id, 'fileName', r.file_name, 'row', c.run_row) end as run
    from training.class_version c
    left join decisions.decision d on d.id = c.decision_id
    left join imports.run r on r.id = c.run_id
    where c.class_id = ${classId}::uuid and upper_inf(c.recorded)`.execute(db)
  return rows[0] ?? { paper: null, run: null }
}

function namesOf(wanted: { name: string }[]): string[] {
  return wanted.map(({ name }) => name)
}
