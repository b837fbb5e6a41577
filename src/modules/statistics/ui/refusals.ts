import { addDays, formatDay } from '#lib/days.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'

/** Also what the command line says. */
export const refusals: Record<string, RefusalSentence> = {
  'period-reversed': ({ from, to }) => ({
    vi: `Thời kỳ kết thúc (${day(to)}) trước khi bắt đầu (${day(from)}).`,
    en: `The period ends (${day(to)}) before it begins (${day(from)}).`,
  }),
  'day-before-period': ({ on, from }) => ({
    vi: `Ngày xem ${day(on)} ở trước thời kỳ, bắt đầu từ ${day(from)}: chưa có gì để đếm.`,
    en: `The day ${day(on)} is before the period, which begins on ${day(from)}: there is nothing to count yet.`,
  }),
  'commune-not-under-unit': ({ name, on }) => ({
    vi: `Ngày ${day(on)}, đơn vị được chọn không có "${String(name)}" trực thuộc.`,
    en: `On ${day(on)} the chosen unit has no "${String(name)}" under it.`,
  }),
  'unit-not-on-day': ({ name, on, days }) => ({
    vi: `Ngày ${day(on)} không có đơn vị ${quoted(name)}: ${spans(days).join('; ')}.`,
    en: `On ${day(on)} there is no unit ${quoted(name)}: ${spans(days).join('; ')}.`,
  }),
  'unit-ambiguous': ({ name, candidates }) => ({
    vi: `Có nhiều đơn vị tên ${quoted(name)}; hãy ghi rõ một trong: ${namesOf(candidates).join(', ')}.`,
    en: `Several units are called ${quoted(name)}; name one of: ${namesOf(candidates).join(', ')}.`,
  }),
}

type Span = { vi: string; from: string; to: string | null }

function spans(days: unknown): string[] {
  return (days as Span[]).map(({ vi, from, to }) => `${vi} ${formatDay(from)} – ${to === null ? '…' : formatDay(addDays(to, -1))}`)
}

function namesOf(candidates: unknown): string[] {
  return (candidates as Span[]).map(({ vi }) => vi)
}

function quoted(name: unknown): string {
  return typeof name === 'string' ? `"${name}"` : ''
}

function day(value: unknown): string {
  return formatDay(String(value))
}
