import type { RefusalSentence } from '#web/kit/refusal-text.ts'

export const refusals: Record<string, RefusalSentence> = {
  'rated-once': ({ year }) => ({
    vi: year === undefined ? 'Mỗi năm chỉ có một kết quả xếp loại.' : `Năm ${String(year)} đã ghi xếp loại; hãy sửa kết quả ấy.`,
    en: year === undefined ? 'A year has one rating.' : `${String(year)} is rated already; correct that rating.`,
  }),
  'rating-in-future': ({ year }) => ({ vi: `Năm ${String(year)} chưa đến.`, en: `The year ${String(year)} has not come yet.` }),
}
