import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'

const write = 'training.write'
const shortText = z.string().trim().max(300).nullable().default(null)

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
export type PartOfDay = (typeof partsOfDay)[number]

export const sessionShape = z.object({
  sessionId: z.uuid(),
  onDay: dayText,
  part: z.enum(partsOfDay),
  /** Periods (tiết) taught. */
  periods: z.number(),
  topic: z.string().nullable(),
  /** Several lecturers stand between semicolons. */
  lecturer: z.string().nullable(),
  /** The room. */
  place: z.string().nullable(),
  present: z.number(),
  absent: z.number(),
  excused: z.number(),
})
export type Session = z.output<typeof sessionShape>

export const listSessions = operation({
  id: 'training.sessions.list',
  method: 'GET',
  path: '/api/classes/:classId/sessions',
  permission: 'training.read',
  input: z.object({ classId: idText }),
  reply: z.object({
    sessions: z.array(sessionShape),
    /** Periods of all sessions. */
    periods: z.number(),
    may: z.object({ write: z.boolean() }),
  }),
  summary: { vi: 'Các buổi học của lớp', en: 'The sessions of a class' },
})

const taught = {
  part: z.enum(partsOfDay),
  periods: z.number().int().min(1).max(12),
  topic: shortText,
  lecturer: shortText,
  place: shortText,
}

export const addSessions = operation({
  id: 'training.sessions.add',
  method: 'POST',
  path: '/api/classes/:classId/sessions',
  permission: write,
  input: z.object({
    classId: idText,
    from: dayText,
    /** The last day on which there may be a session. */
    until: dayText.nullable().default(null),
    /** 1 is Monday, 7 Sunday; none means every day. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
    ...taught,
    override: overrideShape,
  }),
  reply: z.object({ added: z.number() }),
  summary: { vi: 'Thêm buổi học', en: 'Add sessions' },
})

export const changeSession = operation({
  id: 'training.sessions.change',
  method: 'PUT',
  path: '/api/classes/:classId/sessions/:sessionId',
  permission: write,
  input: z.object({ classId: idText, sessionId: idText, onDay: dayText, ...taught, override: overrideShape }),
  reply: z.object({}),
  summary: { vi: 'Sửa buổi học', en: 'Change a session' },
})

export const removeSession = operation({
  id: 'training.sessions.remove',
  method: 'DELETE',
  path: '/api/classes/:classId/sessions/:sessionId',
  permission: write,
  input: z.object({ classId: idText, sessionId: idText, override: overrideShape }),
  reply: z.object({}),
  summary: { vi: 'Bỏ buổi học', en: 'Remove a session' },
})
