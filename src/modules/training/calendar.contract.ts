import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import { dayText, idText, listOf, operation } from '#lib/operation.ts'
import { sessionShape } from './session.contract.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })

export const monthText = z.string().regex(/^(19\d\d|20\d\d)-(0[1-9]|1[0-2])$/)

/** What the calendar may be asked for beside its month; the page keeps the same fields in its address. */
export const calendarFilters = { unitId: idText.optional(), kind: listOf(z.enum(keysOf(trainingKinds))) }

export const calendarClassShape = z.object({
  classId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  opener: named,
  openedOn: dayText,
  /** The first day after the class. */
  closedOn: dayText.nullable(),
  place: z.string().nullable(),
  /** Its sessions of the month. */
  sessions: z.number(),
})
export type CalendarClass = z.output<typeof calendarClassShape>

export const calendarSessionShape = sessionShape.omit({ present: true, absent: true, excused: true }).extend({
  classId: z.uuid(),
  /** `with` is null where the caller may not know of the other class. */
  clashes: z.array(z.object({ what: z.enum(['lecturer', 'room']), with: z.string().nullable() })),
})
export type CalendarSession = z.output<typeof calendarSessionShape>

export const readCalendar = operation({
  id: 'training.calendar.read',
  method: 'GET',
  path: '/api/training/calendar',
  permission: 'training.read',
  input: z.object({ month: monthText, day: dayText.optional(), ...calendarFilters }),
  reply: z.object({ classes: z.array(calendarClassShape), sessions: z.array(calendarSessionShape) }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Lịch các lớp và buổi học của một tháng', en: 'The classes and sessions of a month' },
})
