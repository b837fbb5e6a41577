import type { Bilingual } from '#lib/language.ts'
import { formatDay } from '#lib/days.ts'
import { numberText } from '#lib/numbers.ts'

/** What is wrong with the chain at an entry; `until` where a stretch is. The day is that of the entry, or of the next one left. */
export type Finding = { kind: FindingKind; seq: number; until: number; day: string | null }
export const findingKinds = ['altered', 'unlinked', 'missing', 'cut', 'head', 'beyond', 'count', 'day-seal', 'no-head'] as const
export type FindingKind = (typeof findingKinds)[number]

/** One sentence, naming the entry and its day. */
export function findingText({ kind, seq, until, day }: Finding): Bilingual {
  const at = (number: number, language: 'vi' | 'en') => numberText(number, language)
  const vi = { at: at(seq, 'vi'), on: day ? ` (ngày ${formatDay(day)})` : '', these: stretch('vi') }
  const en = { at: at(seq, 'en'), on: day ? ` (${formatDay(day)})` : '', these: stretch('en') }
  return sentences[kind](vi, en)

  function stretch(language: 'vi' | 'en'): string {
    return seq === until ? at(seq, language) : `${at(seq, language)}–${at(until, language)}`
  }
}

type Parts = { at: string; on: string; these: string }

const sentences: Record<FindingKind, (vi: Parts, en: Parts) => Bilingual> = {
  altered: (vi, en) => ({
    vi: `Dòng ${vi.at}${vi.on}: nội dung không khớp dấu của chính nó, đã bị sửa hoặc đổi chỗ.`,
    en: `Entry ${en.at}${en.on}: the content does not fit its own seal; it was changed or moved.`,
  }),
  unlinked: (vi, en) => ({
    vi: `Dòng ${vi.at}${vi.on}: không nối tiếp dòng ngay trước; dòng trước đã bị sửa rồi đóng dấu lại, hoặc bị thay.`,
    en: `Entry ${en.at}${en.on}: does not follow the entry before it, which was changed and sealed again, or replaced.`,
  }),
  missing: (vi, en) => ({
    vi: `Thiếu dòng ${vi.these}; dòng còn lại ngay sau đó${vi.on || ' không rõ ngày'}.`,
    en: `Missing: ${en.these}; the next entry left is of ${en.on.trim() || 'an unknown day'}.`,
  }),
  cut: (vi, en) => ({
    vi: `Nhật ký bị cắt đuôi: thiếu dòng ${vi.these}${vi.on}.`,
    en: `The end of the log was cut off: ${en.these} are missing${en.on}.`,
  }),
  head: (vi, en) => ({
    vi: `Dòng cuối ${vi.at}${vi.on} không phải dòng đã đóng dấu sau cùng.`,
    en: `The last entry ${en.at}${en.on} is not the one that was sealed last.`,
  }),
  beyond: (vi, en) => ({
    vi: `Dòng ${vi.these}${vi.on} nằm sau dấu cuối: chèn thêm ngoài hệ thống.`,
    en: `Entries ${en.these}${en.on} stand after the last seal: put in from outside.`,
  }),
  count: (vi, en) => ({ vi: `Số dòng không khớp: lẽ ra là ${vi.at}.`, en: `The number of entries is not the ${en.at} it should be.` }),
  'day-seal': (vi, en) => ({
    vi: `Dấu cuối ngày${vi.on} tại dòng ${vi.at} không khớp với dòng ấy.`,
    en: `The seal of the day${en.on} at entry ${en.at} does not fit that entry.`,
  }),
  'no-head': () => ({
    vi: 'Mất dòng ghi dấu cuối (audit.head): không biết nhật ký lẽ ra dài đến đâu.',
    en: 'The record of the last seal (audit.head) is gone: how long the log should be is not known.',
  }),
}
