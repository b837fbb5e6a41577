import { z } from 'zod'
import type { Bilingual, Language } from '#lib/language.ts'

/** What somebody else's guarded fields may be opened for: work that the law gives a personnel body, or the person's own wish. */
export const purposes = {
  planning: { vi: 'Rà soát quy hoạch', en: 'Review of the succession list' },
  posting: { vi: 'Bổ nhiệm, điều động, luân chuyển, biệt phái', en: 'Appointment, transfer, rotation, secondment' },
  training: { vi: 'Cử đi đào tạo, bồi dưỡng', en: 'Sending to training' },
  record: { vi: 'Cập nhật, đối chiếu hồ sơ', en: 'Keeping the file up to date' },
  report: { vi: 'Báo cáo, thống kê theo yêu cầu cấp có thẩm quyền', en: 'Report asked for by a competent body' },
  inspection: { vi: 'Thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo', en: 'Inspection, complaint or denunciation' },
  request: { vi: 'Theo đề nghị của chính người có hồ sơ', en: "At the person's own request" },
  other: { vi: 'Mục đích khác', en: 'Another purpose' },
} as const satisfies Record<string, Bilingual>
export type PurposeKind = keyof typeof purposes

/** Personal data may be processed only for the purpose stated; the article number has not been checked against the text. */
export const purposeLaw = { document: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', from: '2026-01-01', verified: false } as const

const shortestNote = 5
const longest = 300

/** 'planning', 'planning: Công văn 12-CV/HU' or 'other: …', where the note is needed. */
export const purposeField = z
  .string()
  .trim()
  .max(longest)
  .refine((text) => readPurpose(text) !== null, 'Not a purpose')

/** What an export with guarded columns says: what for, and the paper that asks for it. */
export const exportBasis = { purpose: purposeField.optional(), paper: z.string().trim().min(3).max(200).optional() }
export type ExportBasis = { purpose?: string | undefined; paper?: string | undefined }

/** What is still to be said before guarded columns may leave the house. */
export function exportObjections({ purpose, paper }: ExportBasis): { code: string }[] {
  return [...(purpose ? [] : [{ code: 'purpose-missing' }]), ...(paper ? [] : [{ code: 'paper-missing' }])]
}

export function readPurpose(text: string): { kind: PurposeKind; note: string } | null {
  const [kind = '', ...rest] = text.split(':')
  const note = rest.join(':').trim()
  if (!isPurposeKind(kind) || (kind === 'other' && note.length < shortestNote)) return null
  return { kind, note }
}

/** What the operation is sent; null while the note is wanting. */
export function writtenPurpose({ kind, note }: { kind: PurposeKind; note: string }): string | null {
  const text = note.trim() === '' ? kind : `${kind}: ${note.trim()}`.slice(0, longest)
  return readPurpose(text) && text
}

/** 'Rà soát quy hoạch · Công văn 12-CV/HU'; text from elsewhere as it stands. */
export function purposeText(text: string, language: Language): string {
  const read = readPurpose(text)
  if (!read) return text
  if (read.kind === 'other') return read.note
  return [purposes[read.kind][language], read.note].filter(Boolean).join(' · ')
}

function isPurposeKind(kind: string): kind is PurposeKind {
  return Object.hasOwn(purposes, kind)
}
