import type { Bilingual } from '#lib/language.ts'
import { isInForce } from './citation.ts'
import { communeTitles } from './titles-commune.ts'
import { districtTitles } from './titles-district.ts'
import { wordsOf } from './words.ts'

export type TitleBlock = 'party' | 'front' | 'state' | 'service' | 'forces'

/** A post as the law names it, with the days it exists. `fields` are the fields of study that fit it. */
export type Title = {
  code: string
  name: Bilingual
  level: 'district' | 'commune'
  block: TitleBlock
  officialKind: 'CB' | 'CC' | 'VC' | 'CBX' | 'CCX' | 'KCT' | 'LLVT'
  isLeader: boolean
  isFullTime: boolean
  from: string | null
  to: string | null
  fields: readonly string[]
  aliases: readonly string[]
}

/** All titles, in the order lists show them. Not checked against a decree text except the six commune titles (S67) and the bodies of 2025 (S65). */
export const titles: readonly Title[] = [...districtTitles, ...communeTitles]

const byCode = new Map(titles.map((one) => [one.code, one]))

export function title(code: string): Title | undefined {
  return byCode.get(code)
}

export function titlesOn(day: string): Title[] {
  return titles.filter((one) => isInForce(one, day))
}

export type TitleHint = { level?: 'district' | 'commune'; day?: string }

/** The title a text means: 'CT UBND', 'Bí thư ĐU', 'VP-TK', 'Chủ tịch UBND xã Tứ Quận'. Of several posts the first known. */
export function titleOf(text: string, hint: TitleHint = {}): Title | null {
  for (const part of [text, ...text.split(/[,;+\n]/)]) {
    const found = onlyOne(part, hint)
    if (found !== null) return found
  }
  return null
}

function onlyOne(text: string, hint: TitleHint): Title | null {
  // 'Công chức Tư pháp - Hộ tịch' is that post.
  const words = spelledOut(wordsOf(text).replace(/^(cong chuc|cc) (?=\S)/, ''))
  const fitting = titles.filter(
    (one) => (hint.level === undefined || one.level === hint.level) && (hint.day === undefined || isInForce(one, hint.day)),
  )
  const level = hint.level ?? levelSaid(words)
  let best: { title: Title; length: number } | null = null
  for (const one of fitting) {
    if (level !== null && one.level !== level) continue
    for (const key of keysOf(one)) {
      if (startsWithWords(words, key) && key.length > (best?.length ?? 0)) best = { title: one, length: key.length }
    }
  }
  return best?.title ?? null
}

const keys = new Map<string, string[]>()

function keysOf(one: Title): string[] {
  const known = keys.get(one.code)
  if (known !== undefined) return known
  const made = [one.name.vi, ...one.aliases].map((name) => spelledOut(wordsOf(name)))
  keys.set(one.code, made)
  return made
}

/** After the title only the unit may follow: 'xã …', 'huyện …', or nothing. */
function startsWithWords(words: string, key: string): boolean {
  if (words === key) return true
  if (!words.startsWith(`${key} `)) return false
  return /^(xa|phuong|thi tran|tt|huyen|thanh pho|thi xa|tinh|cap xa|dac khu)\b/.test(words.slice(key.length + 1))
}

function levelSaid(words: string): 'district' | 'commune' | null {
  if (/\b(xa|phuong|thi tran|dac khu)\b(?! hoi)/.test(words)) return 'commune'
  return /\b(huyen|thi xa)\b/.test(words) ? 'district' : null
}

const short: readonly (readonly [RegExp, string])[] = [
  [/\bpbt\b/g, 'pho bi thu'],
  [/\bbt\b/g, 'bi thu'],
  [/\bpct\b/g, 'pho chu tich'],
  [/\bct\b/g, 'chu tich'],
  [/\btt (dang uy|du|huyen uy|hu)\b/g, 'thuong truc $1'],
  [/\bdu\b/g, 'dang uy'],
  [/\bhu\b/g, 'huyen uy'],
  [/\b(ub ?mttq|uy ban mttq|uy ban mat tran to quoc|mttq|mat tran to quoc)( viet nam| vn)?\b/g, 'mat tran'],
  [/\buy ban mat tran\b/g, 'mat tran'],
  [/\b(uy ban nhan dan|ub)\b/g, 'ubnd'],
  [/\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\b(lhpn|lien hiep phu nu|lh phu nu|lhpn viet nam)\b/g, 'phu nu'],
  [/\bpn\b/g, 'phu nu'],
  [/\bccb\b/g, 'cuu chien binh'],
  [/\bnd\b/g, 'nong dan'],
  [/\b(doan (tncs|thanh nien cong san)( ho chi minh| hcm)?|doan thanh nien( cong san ho chi minh)?|doan tn)\b/g, 'doan thanh nien'],
  [/\bvp tk\b|\bvp thong ke\b/g, 'van phong thong ke'],
  [/\btc kt\b/g, 'tai chinh ke toan'],
  [/\btp ht\b/g, 'tu phap ho tich'],
  [/\bvh xh\b/g, 'van hoa xa hoi'],
  [/\bvhxh\b/g, 'van hoa xa hoi'],
  [/\bchi huy truong (bch|ban chi huy)? ?(quan su|qs|bchqs)\b/g, 'chi huy truong quan su'],
  [/\bcht (bch)? ?(quan su|qs|bchqs)?\b/g, 'chi huy truong quan su'],
  [/\b(dc|dia chinh) (nn|nong nghiep)\b.*?\b(mt|moi truong)\b/g, 'dia chinh nong nghiep'],
  [/\b(dc|dia chinh) (xd|xay dung)\b.*?\b(mt|moi truong)\b/g, 'dia chinh xay dung'],
  [/\bvp\b/g, 'van phong'],
  [/\buv ?bch\b|\bcap uy vien\b/g, 'uy vien ban chap hanh'],
  [/\buv ?btv\b/g, 'uy vien ban thuong vu'],
  [/\bubkt\b/g, 'uy ban kiem tra'],
  [/\btrung tam phuc vu hanh chinh cong\b|\btt pvhcc\b/g, 'tt hanh chinh cong'],
]

function spelledOut(words: string): string {
  return short
    .reduce((text, [pattern, full]) => text.replace(pattern, full), words)
    .replace(/\s+/g, ' ')
    .trim()
}
