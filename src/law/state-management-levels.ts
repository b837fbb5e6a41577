import type { Bilingual } from '#lib/language.ts'
import { type ReadLevel, readLevels } from './theory-levels.ts'
import { firstFound } from './words.ts'

export type StateManagementLevel = 'CS' | 'CV' | 'CVC' | 'CVCC' | 'CN'

/** Programmes of state management by rank, and the bachelor of administration of old forms. */
export const stateManagementLevels: Record<StateManagementLevel, { name: Bilingual; rank: number }> = {
  CS: { name: { vi: 'Cán sự', en: 'Assistant officer' }, rank: 1 },
  CV: { name: { vi: 'Chuyên viên', en: 'Specialist' }, rank: 2 },
  CVC: { name: { vi: 'Chuyên viên chính', en: 'Principal specialist' }, rank: 3 },
  CVCC: { name: { vi: 'Chuyên viên cao cấp', en: 'Senior specialist' }, rank: 4 },
  CN: { name: { vi: 'Cử nhân hành chính', en: 'Bachelor of administration' }, rank: 2 },
}

export function stateManagementLevelOf(text: string): StateManagementLevel | null {
  return firstFound<StateManagementLevel>(text, [
    [/\b(chuyen vien cao cap|cvcc)\b/, 'CVCC'],
    [/\b(chuyen vien chinh|cvc|cv chinh)\b/, 'CVC'],
    [/\b(chuyen vien|cv|boi duong)\b/, 'CV'],
    [/\b(can su|cs)\b/, 'CS'],
    [/\b(cu nhan|cn|dai hoc|trung cap hanh chinh)\b/, 'CN'],
  ])
}

export function readStateManagement(text: string): ReadLevel<StateManagementLevel>[] {
  return readLevels(text, stateManagementLevelOf)
}
