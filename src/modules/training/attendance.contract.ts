import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { partsOfDay, sessionShape } from './session.contract.ts'

export const attendanceStates = ['present', 'absent', 'excused'] as const
export type AttendanceState = (typeof attendanceStates)[number]

const classShape = z.object({ classId: z.uuid(), title: z.string(), openedOn: dayText, closedOn: dayText.nullable() })

/** What a phone needs to take the attendance of a class, also when it has no network: names and marks, nothing else. */
export const readRoll = operation({
  id: 'training.attendance.roll',
  method: 'GET',
  path: '/api/classes/:classId/roll',
  permission: 'training.read',
  input: z.object({ classId: idText, sessionId: idText.optional() }),
  reply: z.object({
    /** The server's clock, by which a device sets the time of its marks. */
    now: z.string(),
    class: classShape,
    sessions: z.array(sessionShape.pick({ sessionId: true, onDay: true, part: true, topic: true })),
    /** The session asked for, else the one of today or the last before it. */
    sessionId: z.uuid().nullable(),
    learners: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        state: z.enum(attendanceStates).nullable(),
        markedAt: z.string().nullable(),
      }),
    ),
    may: z.object({ write: z.boolean() }),
  }),
  summary: { vi: 'Danh sách điểm danh một buổi', en: 'The roll of one session' },
})

export const readMatrix = operation({
  id: 'training.attendance.read',
  method: 'GET',
  path: '/api/classes/:classId/attendance',
  permission: 'training.read',
  input: z.object({ classId: idText }),
  reply: z.object({
    sessions: z.array(z.object({ sessionId: z.uuid(), onDay: dayText, part: z.enum(partsOfDay), periods: z.number() })),
    learners: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        canOpen: z.boolean(),
        /** A letter for each session in their order: p present, a absent, e excused, - not marked. */
        marks: z.string(),
        /** Sessions attended, of those in which the person was marked. */
        attended: z.number(),
        marked: z.number(),
      }),
    ),
  }),
  summary: { vi: 'Bảng điểm danh của lớp', en: 'The attendance of a class' },
})

export const markShape = z.object({
  sessionId: idText,
  personId: idText,
  state: z.enum(attendanceStates),
  /** When it was marked, by the clock of the device. */
  markedAt: z.iso.datetime(),
})
export type Mark = z.output<typeof markShape>

export const markAttendance = operation({
  id: 'training.attendance.mark',
  method: 'POST',
  path: '/api/classes/:classId/attendance',
  permission: 'training.write',
  input: z.object({ classId: idText, marks: z.array(markShape).min(1).max(1000) }),
  reply: z.object({
    /** Marks that now stand as sent; the same mark sent again is one of them. */
    taken: z.number(),
    /** A later mark of another device stands. */
    outdone: z.array(markShape.extend({ name: z.string(), markedBy: z.string() })),
    /** No longer in the class. */
    gone: z.array(z.object({ personId: z.uuid(), name: z.string().nullable() })),
    /** Sessions that were removed meanwhile. */
    goneSessions: z.array(z.uuid()),
  }),
  summary: { vi: 'Ghi điểm danh', en: 'Record attendance' },
})

export const exportSheet = operation({
  id: 'training.attendance.sheet',
  method: 'GET',
  path: '/api/classes/:classId/attendance/sheet',
  permission: 'training.read',
  input: z.object({ classId: idText, language: z.enum(['vi', 'en']).default('vi') }),
  reply: z.unknown(),
  gives: 'file',
  summary: { vi: 'Xuất bảng điểm danh và ký tên ra Excel', en: 'Export the attendance and sign-in sheet to Excel' },
})
