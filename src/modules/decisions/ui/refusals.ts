import { formatDay } from '#lib/days.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { templateRefusals } from './template-refusals.ts'

const day = (value: unknown) => (typeof value === 'string' ? formatDay(value) : '')

export const refusals: Record<string, RefusalSentence> = {
  ...templateRefusals,
  'decision-taken': () => ({
    vi: 'Trong sổ đã có quyết định mang số này, ký cùng ngày.',
    en: 'The register already has a decision of this number signed on the same day.',
  }),
  'decision-check': () => ({ vi: 'Ngày thu hồi trước ngày ký.', en: 'The withdrawal is dated before the signature.' }),
  'issued-in-future': ({ on }) => ({ vi: `Ngày ký sau hôm nay (${day(on)}).`, en: `Signed after today (${day(on)}).` }),
  'issuer-out-of-scope': () => ({
    vi: 'Cơ quan ban hành phải thuộc phạm vi của đồng chí.',
    en: 'The issuing unit must be within your scope.',
  }),
  'already-withdrawn': ({ on }) => ({ vi: `Quyết định đã được thu hồi ngày ${day(on)}.`, en: `The decision was withdrawn on ${day(on)}.` }),
  'withdrawn-before-issue': ({ on }) => ({
    vi: `Không thể thu hồi trước ngày ký (${day(on)}).`,
    en: `It cannot be withdrawn before it was signed (${day(on)}).`,
  }),
  'withdrawn-in-future': ({ on }) => ({
    vi: `Ngày thu hồi không được sau hôm nay (${day(on)}).`,
    en: `The withdrawal may not be later than today (${day(on)}).`,
  }),
  'withdrawn-by-itself': () => ({ vi: 'Một quyết định không tự thu hồi mình.', en: 'A decision does not withdraw itself.' }),
  'withdrawn-by-earlier': ({ on }) => ({
    vi: `Quyết định thu hồi phải ký từ ngày ${day(on)} trở đi.`,
    en: `The withdrawing decision must be signed on ${day(on)} or later.`,
  }),
  'file-kind': () => ({
    vi: 'Chỉ nhận PDF, Word hoặc ảnh (JPG, PNG), và nội dung tệp phải đúng như đuôi tên tệp.',
    en: 'Only PDF, Word or pictures (JPG, PNG) are taken, and the file must be what its name says.',
  }),
}
