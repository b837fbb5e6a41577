import { about, noteChange } from '#db/facts.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { command, type Route, wideQuery } from '#server/operations.ts'
import { findClass, mayWriteClass, scopeFor } from './class-known.sql.ts'
import { exportSheet, markAttendance, readMatrix, readRoll, type AttendanceState } from './attendance.contract.ts'
import { attendanceSheet } from './attendance-sheet.ts'
import { shareOf } from './attendance-share.ts'
import { learnersMeant, lockSessions, matrixOf, recordMarks, rollOf, standingMarks } from './attendance.sql.ts'
import { judgeMarks, notAfter, sessionOfNow } from './attendance.ts'
import { sessionsOf } from './session.sql.ts'

const letterOf: Record<AttendanceState, string> = { present: 'p', absent: 'a', excused: 'e' }

// A roll names whoever attends the class, wherever they are seen today; their files open only to who may open them.
export function attendanceRoutes(): Route[] {
  return [
    wideQuery(readRoll, async ({ classId, sessionId }, { db, scope, actor, today, now }) => {
      const of = await findClass(db, scope, classId)
      const sessions = await sessionsOf(db, classId)
      const hour = (now.getUTCHours() + 7) % 24
      const chosen = sessions.find((one) => one.sessionId === sessionId) ?? sessionOfNow(sessions, today, hour)
      return {
        now: now.toISOString(),
        class: { classId, title: of.title, openedOn: of.openedOn, closedOn: of.closedOn },
        sessions,
        sessionId: chosen?.sessionId ?? null,
        learners: await rollOf(db, classId, chosen ?? null),
        may: { write: await mayWriteClass(db, { actor, today }, of) },
      }
    }),

    wideQuery(readMatrix, async ({ classId }, { db, scope, actor, today }) => {
      await findClass(db, scope, classId)
      const sessions = await sessionsOf(db, classId)
      const lines = await matrixOf(db, classId, { scope: await scopeFor(db, actor, 'people.read', today), today })
      return {
        sessions,
        learners: lines.map(({ marks, ...line }) => {
          const stateOf = new Map(marks.map((mark) => [mark.sessionId, mark.state]))
          const states = sessions.map((session) => stateOf.get(session.sessionId) ?? null)
          const { attended, marked } = shareOf(states)
          return { ...line, attended, marked, marks: states.map((state) => (state ? letterOf[state] : '-')).join('') }
        }),
      }
    }),

    command(markAttendance, async ({ classId, marks }, { tx, scope, actor, now }) => {
      await findClass(tx, scope, classId)
      about(tx, { subjectId: classId })
      const personIds = [...new Set(marks.map(({ personId }) => personId))]
      const dayOf = await lockSessions(tx, classId, [...new Set(marks.map(({ sessionId }) => sessionId))])
      const known = await learnersMeant(tx, classId, personIds)
      const isIn = (personId: string) => known.get(personId)?.isIn === true
      const wanted = marks.filter(({ sessionId, personId }) => dayOf.has(sessionId) && isIn(personId))
      const judged = judgeMarks(
        wanted.map((mark) => notAfter(mark, now.toISOString())),
        await standingMarks(tx, [...dayOf.keys()], personIds),
      )
      await recordMarks(tx, classId, judged, { dayOf, by: actor.name })
      return {
        taken: judged.write.length + judged.same.length,
        outdone: judged.outdone.map(({ mark, by }) => ({
          sessionId: mark.sessionId,
          personId: mark.personId,
          state: by.state,
          markedAt: by.markedAt,
          markedBy: by.markedBy,
          name: known.get(mark.personId)?.name ?? '',
        })),
        gone: personIds.filter((personId) => !isIn(personId)).map((personId) => ({ personId, name: known.get(personId)?.name ?? null })),
        goneSessions: [...new Set(marks.map(({ sessionId }) => sessionId))].filter((sessionId) => !dayOf.has(sessionId)),
      }
    }),

    // A command although it reads: each export is an entry of the audit log.
    command(exportSheet, async ({ classId, language }, { tx, scope, actor, today, now }) => {
      const of = await findClass(tx, scope, classId)
      const lines = await matrixOf(tx, classId, { scope: await scopeFor(tx, actor, 'people.read', today), today })
      const sheet = attendanceSheet({ title: of.title, opener: of.opener[language] }, await sessionsOf(tx, classId), lines, language)
      about(tx, { subjectId: classId })
      noteChange(tx, { table: 'training.attendance', done: 'changed', count: lines.length, why: 'exported' })
      const foot = await footOf(tx, { by: actor.name, at: now }, language)
      return {
        name: `${language === 'vi' ? 'Điểm danh' : 'Attendance'} ${of.title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80)}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: Buffer.from(await writeWorkbookAway([{ ...sheet, foot }])),
      }
    }),
  ]
}
