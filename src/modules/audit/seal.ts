import type { Bilingual, Language } from '#lib/language.ts'
import { formatDay } from '#lib/days.ts'
import { numberText } from '#lib/numbers.ts'

/** Where the log stood: the entry sealed last, its hash, and the Hanoi day. */
export type Seal = { day: string; seq: number; hash: string }

export const shownSigns = 16

/** 'Dấu nhật ký ngày 24/11/2026: 12.345 · 3f9a…', by which anybody can later prove that the log was not written anew. */
export function sealText({ day, seq, hash }: Seal, language: Language): string {
  const words: Bilingual = { vi: 'Dấu nhật ký ngày', en: 'Log seal of' }
  return `${words[language]} ${formatDay(day)}: ${numberText(seq, language)} · ${hash.slice(0, shownSigns)}`
}

/** The foot of all that leaves the system: the seal, and who took it out when. */
export function footText(seal: Seal, made: { by: string; at: Date }, language: Language): string {
  const words: Bilingual = { vi: 'lập lúc', en: 'made at' }
  return `${sealText(seal, language)} · ${made.by}, ${words[language]} ${instantText(made.at)}`
}

/** A seal as printed: '12.345 · 3f9a…', '12345:3f9a…' or the hash alone; null for what is none. */
export function readSeal(text: string): { seq: number | null; hash: string } | null {
  const found = /^(?:([\d.,\s]*\d)\s*[:·]\s*)?([\da-f]{16,64})…?$/i.exec(text.trim())
  if (!found?.[2]) return null
  return { seq: found[1] === undefined ? null : Number(found[1].replaceAll(/\D/g, '')), hash: found[2].toLowerCase() }
}

function instantText(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' }).format(at)
}
