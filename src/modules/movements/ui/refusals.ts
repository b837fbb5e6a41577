import type { RefusalSentence } from '#web/kit/refusal-text.ts'

const day = (value: unknown) => (typeof value === 'string' ? value.split('-').toReversed().join('/') : '…')

export const refusals: Record<string, RefusalSentence> = {
  'secondment-end-before-start': () => ({
    vi: 'Ngày kết thúc biệt phái không sau ngày bắt đầu.',
    en: 'The secondment ends before it begins.',
  }),
  'secondment-too-long': ({ months, latestEnd, document }) => ({
    vi: `Biệt phái không quá ${months} tháng, muộn nhất đến trước ngày ${day(latestEnd)} (${document}); dài hơn phải nêu luật chuyên ngành.`,
    en: `A secondment lasts at most ${months} months, until before ${day(latestEnd)} (${document}); longer only by a special law, which must be named.`,
  }),
  'secondment-same-unit': () => ({ vi: 'Nơi cử và nơi đến phải khác nhau.', en: 'The sending and the host unit must differ.' }),
  'seconded-once': () => ({
    vi: 'Người này đã có biệt phái khác trong thời gian ấy.',
    en: 'This person is seconded elsewhere in that period.',
  }),
  'not-serving-there': ({ on }) => ({
    vi: `Hồ sơ không ghi người này công tác ở đơn vị cử vào ngày ${day(on)}.`,
    en: `The file does not say that this person serves in the sending unit on ${day(on)}.`,
  }),
}
