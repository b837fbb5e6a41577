import { inForceOn, type Citation } from './citation.ts'

/** Which share of a class's sessions a trainee must have been at to complete it. */
export type AttendancePack = Citation & { leastPresent: number }

const packs: readonly AttendancePack[] = [
  {
    // Schools' own rules commonly allow a fifth to be missed; no text in force for all was found.
    leastPresent: 0.8,
    document: 'Quy chế quản lý lớp học của cơ sở đào tạo',
    source: null,
    from: '2010-01-01',
    to: null,
    verified: false,
  },
]

export function attendanceRuleOn(day: string): AttendancePack | undefined {
  return inForceOn(packs, day)
}
