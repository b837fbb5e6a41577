import { cleanText } from '#lib/vietnamese-names.ts'
import type { PaperFamily, PaperHead, Signature } from './paper-data.ts'

/** Room for what is written in by hand; ordinary spaces would be drawn together. */
const room = '\u00A0'.repeat(6)

/** 'ngày 05 tháng 01 năm 2026': a zero before days below ten and before January and February only (NĐ 30/2020). */
export function dateText(day: string | null, year: number): string {
  if (!day) return `ngày${room}tháng${room}năm ${year}`
  const [ofYear = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${ofYear}`
}

/** The code, or room for its number before the symbol. */
export function codeText({ code, symbol }: Pick<PaperHead, 'code' | 'symbol'>, family: PaperFamily): string {
  return code ? cleanText(code) : `${room}${family === 'state' ? '/' : '-'}${cleanText(symbol)}`
}

/** Dots to write on where the place is not known. */
export function placeText(place: string): string {
  return cleanText(place) || '……………'
}

/** A basis as the paper says it: 'Căn cứ …' unless it begins in a way of its own. */
export function basisText(basis: string): string {
  const text = cleanText(basis)
  return text === '' || /^(căn cứ|theo|xét|thực hiện|trên cơ sở)\s/iu.test(text) ? text : `Căn cứ ${text}`
}

/** Who decides where the paper does not say: the body itself, or the head of it for whom somebody signs. */
export function deciderOf({ issuer, signature }: Pick<PaperHead, 'issuer' | 'signature'>, family: PaperFamily): string {
  const { authority, of, title } = signature
  if (family === 'party') return of ? `${of} ${issuer}` : issuer
  return authority === 'TM.' ? issuer : `${of ?? title} ${issuer}`
}

export function capitals(text: string): string {
  return cleanText(text).toLocaleUpperCase('vi')
}

/** The issuing body; where its name is broken, the place stays together after 'ỦY BAN NHÂN DÂN', and no last word stands alone. */
export function bodyText(name: string): string {
  const [, body, rest] = /^(?:(ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) )?(.*)$/u.exec(capitals(name)) ?? []
  const text = rest ?? ''
  if (body && text.length <= 24) return `${body} ${text.replaceAll(' ', '\u00A0')}`
  return `${body ? `${body} ` : ''}${text.replace(/ (?=\S+$)/, '\u00A0')}`
}

/** 'về việc cử cán bộ đi học', however the subject was entered. */
export function onSubject(subject: string): string {
  const bare = cleanText(subject).replace(/^(về việc|v\/v)\s+/iu, '')
  const [first = ''] = bare.split(' ')
  const isShort = first.length > 1 && first === first.toLocaleUpperCase('vi')
  return isShort ? bare : bare.charAt(0).toLocaleLowerCase('vi') + bare.slice(1)
}

/** Each line ended by the one sign, the last by the other; what was typed at its end gives way. */
export function ended(lines: readonly string[], sign: string, last: string): string[] {
  const bare = lines.map((line) => cleanText(line).replace(/[;,.\s]+$/u, '')).filter((line) => line !== '')
  return bare.map((line, index) => line + (index === bare.length - 1 ? last : sign))
}

/** 'TM. ỦY BAN NHÂN DÂN' and 'KT. CHỦ TỊCH': all that stands over the signer's own post. */
export function powerLines({ authority, of, second }: Signature): string[] {
  const first = [authority, of && capitals(of)].filter(Boolean).join(' ')
  return [first, second ? capitals(second) : ''].filter((line) => line !== '')
}
