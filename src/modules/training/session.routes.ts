import type { Tx } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import { standing, type Objection, type Overrides } from '#lib/override.ts'
import { reasonOf } from '#modules/people/basis.ts'
import { command, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { refuse } from '#server/refusal.ts'
import { findClass, lockClass, mayWriteClass } from './class-known.sql.ts'
import type { ClassRow } from './class.contract.ts'
import { addSessions, changeSession, listSessions, removeSession } from './session.contract.ts'
import {
  lockSession,
  markIdsOf,
  rewriteSession,
  sessionsAtOnce,
  sessionsOf,
  takeOffSession,
  writeSessions,
  type NewSession,
} from './session.sql.ts'
import { removalObjections, sessionObjections, teachingDays } from './session.ts'

export function classSessionRoutes(): Route[] {
  return [
    // Counts the marks of whoever attended, wherever they are seen today.
    wideQuery(listSessions, async ({ classId }, { db, scope, actor, today }) => {
      const of = await findClass(db, scope, classId)
      const sessions = await sessionsOf(db, classId)
      return {
        sessions,
        periods: sessions.reduce((sum, { periods }) => sum + periods, 0),
        may: { write: await mayWriteClass(db, { actor, today }, of) },
      }
    }),

    command(addSessions, async ({ classId, from, until, weekdays, override, ...taught }, { tx, scope }) => {
      const of = await lockCourse(tx, scope, classId)
      const sessions = teachingDays({ from, until, weekdays }).map((onDay) => ({ onDay, ...taught }))
      settleSession(tx, classId, await objectionsTo(tx, scope, { of, sessions, own: await sessionsOf(tx, classId) }), override)
      return { added: (await writeSessions(tx, classId, sessions)).length }
    }),

    command(changeSession, async ({ classId, sessionId, override, ...after }, { tx, scope }) => {
      const of = await lockCourse(tx, scope, classId)
      const before = await lockSession(tx, classId, sessionId)
      const own = (await sessionsOf(tx, classId)).filter((one) => one.sessionId !== sessionId)
      settleSession(tx, classId, await objectionsTo(tx, scope, { of, sessions: [after], own }), override)
      await rewriteSession(tx, sessionId, before, after)
      return {}
    }),

    command(removeSession, async ({ classId, sessionId, override }, { tx, scope }) => {
      await lockCourse(tx, scope, classId)
      const before = await lockSession(tx, classId, sessionId)
      settleSession(tx, classId, removalObjections((await markIdsOf(tx, sessionId)).length), override)
      await takeOffSession(tx, sessionId, before)
      return {}
    }),
  ]
}

async function lockCourse(tx: Tx, scope: Scope, classId: string): Promise<ClassRow> {
  await findClass(tx, scope, classId)
  await lockClass(tx, classId)
  return findClass(tx, scope, classId)
}

async function objectionsTo(
  tx: Tx,
  scope: Scope,
  { of, sessions, own }: { of: ClassRow; sessions: NewSession[]; own: NewSession[] },
): Promise<Objection[]> {
  const others = await sessionsAtOnce(tx, { classId: of.classId, openerUnitId: of.opener.id, scope, sessions })
  return sessionObjections(of, sessions, { own, others })
}

function settleSession(tx: Tx, classId: string, objections: Objection[], override: Overrides): void {
  refuse(standing(objections, override))
  const reason = reasonOf({ decisionId: null, override })
  about(tx, { subjectId: classId, ...(reason ? { reason } : {}) })
}
