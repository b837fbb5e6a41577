import type { Bilingual } from '#lib/language.ts'
import { firstFound, wordsOf } from './words.ts'

export type LanguageLevel = 'A' | 'B' | 'C' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'CD' | 'DH'

/** The old letters A, B, C and the national frame's six levels are not the same scale: `rank` only orders within each. */
export const languageLevels: Record<LanguageLevel, { name: Bilingual; rank: number }> = {
  A: { name: { vi: 'Chứng chỉ A', en: 'Certificate A' }, rank: 1 },
  B: { name: { vi: 'Chứng chỉ B', en: 'Certificate B' }, rank: 2 },
  C: { name: { vi: 'Chứng chỉ C', en: 'Certificate C' }, rank: 3 },
  A1: { name: { vi: 'Bậc 1 (A1)', en: 'Level 1 (A1)' }, rank: 1 },
  A2: { name: { vi: 'Bậc 2 (A2)', en: 'Level 2 (A2)' }, rank: 2 },
  B1: { name: { vi: 'Bậc 3 (B1)', en: 'Level 3 (B1)' }, rank: 3 },
  B2: { name: { vi: 'Bậc 4 (B2)', en: 'Level 4 (B2)' }, rank: 4 },
  C1: { name: { vi: 'Bậc 5 (C1)', en: 'Level 5 (C1)' }, rank: 5 },
  C2: { name: { vi: 'Bậc 6 (C2)', en: 'Level 6 (C2)' }, rank: 6 },
  CD: { name: { vi: 'Cao đẳng', en: 'College' }, rank: 6 },
  DH: { name: { vi: 'Đại học', en: 'University' }, rank: 7 },
}

export const languages: Record<string, Bilingual> = {
  en: { vi: 'Tiếng Anh', en: 'English' },
  fr: { vi: 'Tiếng Pháp', en: 'French' },
  ru: { vi: 'Tiếng Nga', en: 'Russian' },
  zh: { vi: 'Tiếng Trung', en: 'Chinese' },
  de: { vi: 'Tiếng Đức', en: 'German' },
  ja: { vi: 'Tiếng Nhật', en: 'Japanese' },
  ko: { vi: 'Tiếng Hàn', en: 'Korean' },
  lo: { vi: 'Tiếng Lào', en: 'Lao' },
}

export const ethnicLanguages: Record<string, Bilingual> = {
  tay: { vi: 'Tiếng Tày', en: 'Tay' },
  mong: { vi: 'Tiếng Mông', en: 'Hmong' },
  dao: { vi: 'Tiếng Dao', en: 'Dao' },
  nung: { vi: 'Tiếng Nùng', en: 'Nung' },
  thai: { vi: 'Tiếng Thái', en: 'Thai' },
  caolan: { vi: 'Tiếng Cao Lan', en: 'Cao Lan' },
}

export type ItLevel = 'A' | 'B' | 'C' | 'CB' | 'NC' | 'TC' | 'CD' | 'DH'

export const itLevels: Record<ItLevel, { name: Bilingual; rank: number }> = {
  A: { name: { vi: 'Chứng chỉ A', en: 'Certificate A' }, rank: 1 },
  B: { name: { vi: 'Chứng chỉ B', en: 'Certificate B' }, rank: 2 },
  C: { name: { vi: 'Chứng chỉ C', en: 'Certificate C' }, rank: 3 },
  CB: { name: { vi: 'Ứng dụng CNTT cơ bản', en: 'Basic IT use' }, rank: 2 },
  NC: { name: { vi: 'Ứng dụng CNTT nâng cao', en: 'Advanced IT use' }, rank: 3 },
  TC: { name: { vi: 'Trung cấp', en: 'Intermediate' }, rank: 4 },
  CD: { name: { vi: 'Cao đẳng', en: 'College' }, rank: 5 },
  DH: { name: { vi: 'Đại học', en: 'University' }, rank: 6 },
}

export type DefenceGroup = '1' | '2' | '3' | '4'

/** Defence and security knowledge: group 1 is the highest officials. */
export const defenceGroups: Record<DefenceGroup, { name: Bilingual; rank: number; periods: number }> = {
  '1': { name: { vi: 'Đối tượng 1', en: 'Group 1' }, rank: 4, periods: 176 },
  '2': { name: { vi: 'Đối tượng 2', en: 'Group 2' }, rank: 3, periods: 120 },
  '3': { name: { vi: 'Đối tượng 3', en: 'Group 3' }, rank: 2, periods: 96 },
  '4': { name: { vi: 'Đối tượng 4', en: 'Group 4' }, rank: 1, periods: 32 },
}

/** 'Anh B', 'Tiếng Anh B1', 'ĐH Tiếng Anh', 'TA C'; a letter alone is English by habit. */
export function readLanguage(text: string): { language: string; level: LanguageLevel | null } | null {
  const language = firstFound<string>(text, [
    [/\b(phap)\b/, 'fr'],
    [/\b(nga)\b/, 'ru'],
    [/\b(trung|hoa van)\b(?! cap)/, 'zh'],
    [/\b(duc)\b/, 'de'],
    [/\b(nhat)\b/, 'ja'],
    [/\b(han)\b/, 'ko'],
    [/\b(lao)\b/, 'lo'],
    [/\b(anh|ta)\b/, 'en'],
  ])
  const level = languageLevelOf(text)
  if (language === null && level === null) return null
  return { language: language ?? 'en', level }
}

export function languageLevelOf(text: string): LanguageLevel | null {
  return firstFound<LanguageLevel>(text, [
    [/\b(dai hoc|dh|cu nhan|cn)\b/, 'DH'],
    [/\b(cao dang|cd)\b/, 'CD'],
    [/\b(c2|bac 6)\b/, 'C2'],
    [/\b(c1|bac 5)\b/, 'C1'],
    [/\b(b2|bac 4)\b/, 'B2'],
    [/\b(b1|bac 3)\b/, 'B1'],
    [/\b(a2|bac 2)\b/, 'A2'],
    [/\b(a1|bac 1)\b/, 'A1'],
    [/\bc$|\bc\b/, 'C'],
    [/\bb\b/, 'B'],
    [/\ba\b/, 'A'],
  ])
}

export function itLevelOf(text: string): ItLevel | null {
  return firstFound<ItLevel>(text, [
    [/\b(dai hoc|dh|cu nhan|ky su)\b/, 'DH'],
    [/\b(cao dang|cd)\b/, 'CD'],
    [/\b(trung cap|tc)\b/, 'TC'],
    [/\b(nang cao|nc)\b/, 'NC'],
    [/\b(co ban|cb|ung dung|ud)\b/, 'CB'],
    [/\bc\b/, 'C'],
    [/\bb\b/, 'B'],
    [/\ba\b/, 'A'],
  ])
}

/** 'Đối tượng 3', 'ĐT 3', '3'. */
export function defenceGroupOf(text: string): DefenceGroup | null {
  const found = /(?:^|doi tuong|dt|nhom)\s*([1-4])\b/.exec(wordsOf(text))?.[1]
  return found === undefined ? null : (found as DefenceGroup) // the pattern admits only these four
}

export function ethnicLanguageOf(text: string): string | null {
  return firstFound<string>(text, [
    [/\bcao lan\b/, 'caolan'],
    [/\btay\b/, 'tay'],
    [/\b(h ?mong|mong)\b/, 'mong'],
    [/\bdao\b/, 'dao'],
    [/\bnung\b/, 'nung'],
    [/\bthai\b/, 'thai'],
  ])
}
