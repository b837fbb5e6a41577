import type { Bilingual } from '#lib/language.ts'

/** 'Phó Chủ tịch · Xã Tứ Quận' in both languages, from what is known of the two. */
export function titleAt(title: unknown, unit: Bilingual | null): Bilingual {
  const text = typeof title === 'string' ? title : ''
  if (!unit) return { vi: text, en: text }
  return { vi: [text, unit.vi].filter(Boolean).join(' · '), en: [text, unit.en].filter(Boolean).join(' · ') }
}
