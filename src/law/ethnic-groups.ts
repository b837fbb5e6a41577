import { fold } from '#lib/vietnamese-names.ts'
import type { Bilingual } from '#lib/language.ts'
import { wordsOf } from './words.ts'

export type EthnicGroup = { code: string; name: Bilingual }

/** The list of decision 121-TCTK/PPCĐ of 2/3/1979 (S121), used by population and identity data. */
export const ethnicGroups: readonly EthnicGroup[] =
  `Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|HMông|Dao|Gia-rai|Ngái|Ê-đê|Ba-na|Xơ-đăng|Sán Chay|Cơ-ho|Chăm|Sán Dìu|Hrê|Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Tà-ôi|Chơ-ro|Kháng|Xinh-mun|Hà Nhì|Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu|Ơ-đu|Rơ-măm|Người nước ngoài|Không rõ`
    .split('|')
    .map((vi, index) => ({ code: String(index + 1).padStart(2, '0'), name: { vi, en: englishName(vi) } }))

/** The census order, which differs from 04 on; S122 for 01–20, the rest not checked. Never a key: convert by name. */
export const censusOrder: readonly string[] =
  `Kinh|Tày|Thái|Mường|Khmer|Hoa|Nùng|Mông|Dao|Gia Rai|Ê Đê|Ba Na|Sán Chay|Chăm|Cơ Ho|Xơ Đăng|Sán Dìu|Hrê|Ra Glai|Mnông|Thổ|Xtiêng|Khơ Mú|Bru Vân Kiều|Cơ Tu|Giáy|Tà Ôi|Mạ|Gié Triêng|Co|Chơ Ro|Xinh Mun|Hà Nhì|Chu Ru|Lào|La Chí|Kháng|Phù Lá|La Hủ|La Ha|Pà Thẻn|Lự|Ngái|Chứt|Lô Lô|Mảng|Cơ Lao|Bố Y|Cống|Si La|Pu Péo|Rơ Măm|Brâu|Ơ Đu`.split(
    '|',
  )

/** Names in use beside the list's own, by what they mean there. */
const aliases: Record<string, string> = {
  viet: 'Kinh',
  khmer: 'Khơ-me',
  mong: 'HMông',
  hmong: 'HMông',
  meo: 'HMông',
  'cao lan': 'Sán Chay',
  'san chi': 'Sán Chay',
  'pa hung': 'Pà Thẻn',
  man: 'Dao',
  'san diu': 'Sán Dìu',
  'van kieu': 'Bru-Vân Kiều',
  jrai: 'Gia-rai',
  ede: 'Ê-đê',
  bahnar: 'Ba-na',
  stieng: 'Xtiêng',
}

const byKey = new Map<string, EthnicGroup>()
for (const group of ethnicGroups) byKey.set(keyOf(group.name.vi), group)
for (const [alias, vi] of Object.entries(aliases)) {
  const group = byKey.get(keyOf(vi))
  if (group !== undefined && !byKey.has(keyOf(alias))) byKey.set(keyOf(alias), group)
}

/** The group a name belongs to: 'Cao Lan' is Sán Chay, 'H'Mông' is HMông; the name as written is the caller's to keep. */
export function ethnicGroupOf(name: string): EthnicGroup | null {
  return byKey.get(keyOf(name.replace(/^(?:dân tộc|d\.tộc)\s+/iu, ''))) ?? null
}

export function ethnicGroup(code: string): EthnicGroup | undefined {
  return ethnicGroups.find((group) => group.code === code)
}

/** Any group but Kinh; foreigners and unknown are not counted. */
export function isEthnicMinority(code: string | null): boolean {
  return code !== null && code !== '01' && code !== '55' && code !== '56'
}

/** The census number of a group of the 1979 list, found by name because the numbers disagree. */
export function censusCode(code: string): string | null {
  const name = ethnicGroup(code)?.name.vi
  const index = name === undefined ? -1 : censusOrder.findIndex((census) => ethnicGroupOf(census)?.code === code)
  return index < 0 ? null : String(index + 1).padStart(2, '0')
}

function keyOf(name: string): string {
  return wordsOf(name.replace(/['’‘`]/g, '')).replace(/ /g, '')
}

function englishName(vi: string): string {
  const known: Record<string, string> = { 'Khơ-me': 'Khmer', HMông: 'Hmong', 'Người nước ngoài': 'Foreigner', 'Không rõ': 'Unknown' }
  return known[vi] ?? fold(vi).replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
}
