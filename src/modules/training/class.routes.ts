import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about, closeFacts } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { standing, type Objection } from '#lib/override.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { assureUnitOnDay, unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { basisObjections, reasonOf, type Basis } from '#modules/people/basis.ts'
import { findPaper } from '#modules/people/fact.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { type Actor, command, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { classInScope, classRows, readClassSpine, readClassWindow } from './class-list.sql.ts'
import { classSpine, classWindow, correctClass, createClass, enrol, readClass, type ClassRow } from './class.contract.ts'
import { addClasses, recordClassVersions, recordEnrolments } from './class.sql.ts'
import { classObjections, enrolObjections } from './class.ts'
import { learnersByUnit, learnersPage, wantedLearners } from './learner.sql.ts'

const nothing: Scope = { unitIds: [], above: [], personId: null }

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
      const found = await classOf(db, scope, classId)
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
      const before = await classOf(tx, scope, classId)
      await assureUnitOnDay(tx, given.openerUnitId, given.openedOn, now)
      await settleClass(tx, classId, { decisionId, basis: reason, override }, classObjections(given, before.listed))
      const version = await lockVersion(tx, classId)
      await closeFacts(tx, 'training.class_version', [version.id], 'corrected')
      await recordClassVersions(tx, [{ ...given, classId, decisionId: decisionId ?? version.decisionId }])
      return {}
    }),

    command(enrol, async ({ classId, personIds, decisionId, basis, override }, { tx, scope, today, actor }) => {
      const into = await classOf(tx, scope, classId)
      const version = await lockVersion(tx, classId)
      // A school enters learners whose files it may not open; who has a scope of people keeps to it.
      const people = await scopeFor(tx, actor, 'people.read', today)
      const wanted = await wantedLearners(tx, classId, personIds, {
        scope: people === nothing ? scope : people,
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

async function classOf(db: Db, scope: Scope, classId: string): Promise<ClassRow> {
  const [found] = await classRows(db, sql<boolean>`upper_inf(c.recorded) and c.class_id = ${classId}::uuid and ${classInScope(scope)}`, 1)
  if (!found) throw new NotFound()
  return found
}

async function lockVersion(tx: Tx, classId: string): Promise<{ id: string; decisionId: string | null }> {
  const { rows } = await sql<{ id: string; decisionId: string | null }>`
    select id, decision_id as "decisionId" from training.class_version where class_id = ${classId}::uuid and upper_inf(recorded) for update`.execute(
    tx,
  )
  if (!rows[0]) throw new NotFound()
  return rows[0]
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

async function settleClass(tx: Tx, classId: string, basis: Basis, objections: Objection[]): Promise<void> {
  const paper = await findPaper(tx, basis.decisionId)
  refuse([...basisObjections(basis, paper), ...standing(objections, basis.override)])
  const reason = [reasonOf(basis), paper?.code].filter(Boolean).join(' · ')
  about(tx, { subjectId: classId, ...(reason ? { reason } : {}) })
}

async function scopeFor(db: Db, actor: Actor, permission: string, today: string): Promise<Scope> {
  return (await scopeOf(db, actor, permission, today, unitsBelow)) ?? nothing
}

function namesOf(wanted: { name: string }[]): string[] {
  return wanted.map(({ name }) => name)
}
