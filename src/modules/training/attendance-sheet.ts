import { formatDay } from '#lib/days.ts'
import type { Language } from '#lib/language.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import type { AttendanceState } from './attendance.contract.ts'
import { shareOf } from './attendance-share.ts'

type Line = { name: string; marks: readonly { sessionId: string; state: AttendanceState }[] }
type Of = { title: string; opener: string }
type Session = { sessionId: string; onDay: string; part: 'morning' | 'afternoon' | 'evening' }

const words = {
  sheet: { vi: 'Điểm danh', en: 'Attendance' },
  title: { vi: 'BẢNG ĐIỂM DANH', en: 'ATTENDANCE' },
  number: { vi: 'TT', en: 'No.' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  attended: { vi: 'Có mặt', en: 'Present' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  signature: { vi: 'Ký tên', en: 'Signature' },
  key: { vi: 'x: có mặt; V: vắng; P: vắng có phép', en: 'x: present; V: absent; P: excused' },
  parts: { morning: { vi: 'sáng', en: 'a.m.' }, afternoon: { vi: 'chiều', en: 'p.m.' }, evening: { vi: 'tối', en: 'evening' } },
}
const letters: Record<AttendanceState, string> = { present: 'x', absent: 'V', excused: 'P' }

/** The attendance as a sheet to be signed: a column for each session, empty where nothing has been marked. */
export function attendanceSheet(of: Of, sessions: readonly Session[], lines: readonly Line[], language: Language): WrittenSheet {
  return {
    name: words.sheet[language],
    title: [words.title[language], of.title, of.opener],
    columns: [
      { header: words.number[language], width: 6, kind: 'number' },
      { header: words.name[language], width: 28 },
      ...sessions.map(({ onDay, part }) => ({ header: `${formatDay(onDay).slice(0, 5)} ${words.parts[part][language]}`, width: 9 })),
      { header: words.attended[language], width: 9, kind: 'number' as const },
      { header: words.share[language], width: 9, kind: 'percent' as const },
      { header: words.signature[language], width: 18 },
    ],
    rows: lines.map(({ name, marks }, index) => {
      const stateOf = new Map(marks.map(({ sessionId, state }) => [sessionId, state]))
      const states = sessions.map(({ sessionId }) => stateOf.get(sessionId) ?? null)
      const { attended, share } = shareOf(states)
      return [index + 1, name, ...states.map((state) => (state ? letters[state] : null)), attended, share, null]
    }),
    notes: [words.key[language]],
  }
}
