import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { query, type Route } from '#server/operations.ts'
import { readCalendar } from './calendar.contract.ts'
import { classesOfMonth, sessionsOfMonth } from './calendar.sql.ts'
import { clashesOf } from './calendar.ts'

export function calendarRoutes(): Route[] {
  return [
    query(readCalendar, async ({ month, day, unitId, kind }, { db, scope, today, now }) => {
      const asked = { month, scope, kind, unitIds: unitId ? await unitsUnder(db, unitId, day ?? today, now) : null }
      const sessions = await sessionsOfMonth(db, asked)
      const clashes = clashesOf(sessions)
      return {
        classes: await classesOfMonth(db, asked),
        sessions: sessions
          .filter(({ isShown }) => isShown)
          .map(({ isShown: _, openerUnitId: _opener, classTitle: _title, ...one }) => ({
            ...one,
            clashes: clashes.get(one.sessionId) ?? [],
          })),
      }
    }),
  ]
}
