import type { Bilingual } from '#lib/language.ts'
import { firstFound } from './words.ts'

export type OfficialKind = 'CB' | 'CC' | 'VC' | 'CBX' | 'CCX' | 'KCT' | 'HD' | 'LLVT'

/** Kinds of official, with the days they exist; commune cadres and civil servants joined the one civil service on 1/7/2025 (S61). */
export const officialKinds: Record<OfficialKind, { name: Bilingual; from: string | null; to: string | null; source: string | null }> = {
  CB: { name: { vi: 'Cán bộ', en: 'Cadre' }, from: null, to: null, source: null },
  CC: { name: { vi: 'Công chức', en: 'Civil servant' }, from: null, to: null, source: null },
  VC: { name: { vi: 'Viên chức', en: 'Public employee' }, from: null, to: null, source: null },
  CBX: { name: { vi: 'Cán bộ cấp xã', en: 'Commune cadre' }, from: null, to: '2025-07-01', source: 'S61' },
  CCX: { name: { vi: 'Công chức cấp xã', en: 'Commune civil servant' }, from: null, to: '2025-07-01', source: 'S61' },
  KCT: { name: { vi: 'Người hoạt động không chuyên trách', en: 'Non-specialised worker' }, from: null, to: '2026-06-01', source: 'S68' },
  HD: { name: { vi: 'Lao động hợp đồng', en: 'Contract worker' }, from: null, to: null, source: null },
  LLVT: { name: { vi: 'Lực lượng vũ trang', en: 'Armed forces' }, from: null, to: null, source: null },
}

export function officialKindOf(text: string): OfficialKind | null {
  const code = text.trim().toUpperCase()
  if (Object.hasOwn(officialKinds, code)) return code as OfficialKind // just checked
  return firstFound<OfficialKind>(text, [
    [/\b(khong chuyen trach|kct|hdkct)\b/, 'KCT'],
    [/\b(hop dong|hd 68|hd68|hd 111)\b/, 'HD'],
    [/\b(luc luong vu trang|quan doi|cong an chinh quy)\b/, 'LLVT'],
    [/\b(can bo (cap )?xa|can bo chuyen trach)\b/, 'CBX'],
    [/\bcong chuc (cap )?xa\b/, 'CCX'],
    [/\b(vien chuc|vc)\b/, 'VC'],
    [/\b(cong chuc|cc)\b/, 'CC'],
    [/\b(can bo|cb)\b/, 'CB'],
  ])
}
