import type { Bilingual } from '#lib/language.ts'

export const assignmentKinds = {
  main: { vi: 'Chức danh chính', en: 'Main post' },
  concurrent: { vi: 'Kiêm nhiệm', en: 'Concurrent post' },
  acting: { vi: 'Quyền, phụ trách', en: 'Acting, in charge' },
  seconded: { vi: 'Biệt phái', en: 'Secondment' },
  rotated: { vi: 'Luân chuyển', en: 'Rotation' },
} as const satisfies Record<string, Bilingual>

export const membershipKinds = {
  deputy: { vi: 'Đại biểu HĐND', en: 'Council deputy' },
  party_member: { vi: 'Đảng viên', en: 'Party member' },
  association_member: { vi: 'Hội viên, đoàn viên', en: 'Association member' },
} as const satisfies Record<string, Bilingual>

export const identityKinds = {
  cccd: { vi: 'Số định danh cá nhân (CCCD)', en: 'Personal ID number' },
  cmnd: { vi: 'Số CMND cũ', en: 'Old identity card number' },
  official: { vi: 'Số hiệu CBCCVC', en: "Official's number" },
  party_card: { vi: 'Số thẻ đảng viên', en: 'Party card number' },
} as const satisfies Record<string, Bilingual>

export const sexes = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
} as const satisfies Record<string, Bilingual>

export const outcomes = {
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  failed: { vi: 'Không đạt', en: 'Failed' },
  dropped: { vi: 'Bỏ dở', en: 'Dropped out' },
} as const satisfies Record<string, Bilingual>
