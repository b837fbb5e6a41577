import type { Bilingual } from '#lib/language.ts'
import { firstFound } from './words.ts'

export type StudyMode = 'CQ' | 'VLVH' | 'LT' | 'TX' | 'VB2' | 'CT'
export type TheoryMode = 'TT' | 'KTT'

export const studyModes: Record<StudyMode, Bilingual> = {
  CQ: { vi: 'Chính quy', en: 'Regular' },
  VLVH: { vi: 'Vừa làm vừa học', en: 'In-service' },
  LT: { vi: 'Liên thông', en: 'Upgrading' },
  TX: { vi: 'Từ xa', en: 'Distance' },
  VB2: { vi: 'Văn bằng 2', en: 'Second degree' },
  CT: { vi: 'Cử tuyển', en: 'By selection' },
}

export const theoryModes: Record<TheoryMode, Bilingual> = {
  TT: { vi: 'Tập trung', en: 'Full-time' },
  KTT: { vi: 'Không tập trung', en: 'Part-time' },
}

/** How one studied for a degree: 'tại chức' is the old name of in-service. */
export function studyModeOf(text: string): StudyMode | null {
  return firstFound<StudyMode>(text, [
    [/\b(vua lam vua hoc|vlvh|vhvl|tai chuc|he tc)\b/, 'VLVH'],
    [/\blien thong\b/, 'LT'],
    [/\btu xa\b/, 'TX'],
    [/\b(van bang 2|van bang hai|vb2|bang 2)\b/, 'VB2'],
    [/\bcu tuyen\b/, 'CT'],
    [/\b(chinh quy|chinh qui|cq)\b/, 'CQ'],
  ])
}

export function theoryModeOf(text: string): TheoryMode | null {
  return firstFound<TheoryMode>(text, [
    [/\b(khong tap trung|ktt|tai chuc|vua lam vua hoc|vlvh)\b/, 'KTT'],
    [/\b(tap trung|tt)\b/, 'TT'],
  ])
}
