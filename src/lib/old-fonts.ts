import { countSyllables } from './vietnamese-syllable.ts'

export type Encoding = 'unicode' | 'tcvn3' | 'vni'

// U+00AD is ư. Tables on the web have an ASCII hyphen there, which would destroy real hyphens.
const tcvn3Codes = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦'
const tcvn3Letters = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const tcvn3 = new Map([...tcvn3Codes].map((code, index) => [code, tcvn3Letters.charAt(index)]))

const vniMarks = 'øùûõïâàáåãäêèéúüë'
const vniPairs: Record<string, string> = {
  a: 'àáảãạâầấẩẫậăằắẳẵặ',
  e: 'èéẻẽẹêềếểễệ',
  o: 'òóỏõọôồốổỗộ',
  u: 'ùúủũụ',
  y: 'ỳýỷỹ',
  ô: 'ờớởỡợ',
  ö: 'ừứửữự',
}
const vniSingles: Record<string, string> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }
const vni = vniTable()
const vniSigns = /[aeouyôö][øùûõïâàáåãäêèéúüë]|[ôöñæóòî]/giu

/** What a font says of the text in it: '.VnTime' is TCVN3, 'VNI-Times' is VNI, any other says nothing. */
export function encodingOfFont(font: string | undefined): Encoding | null {
  if (font === undefined) return null
  if (/^\.vn/i.test(font)) return 'tcvn3'
  if (/^vni[- ]/i.test(font)) return 'vni'
  return null
}

/** Whether the font draws small letters as capitals ('.VnTimeH'): its capitals exist in no other way. */
export function isCapitalFont(font: string | undefined): boolean {
  return font !== undefined && /^\.vn.*h$/i.test(font)
}

/** The encoding most of these texts make sense in; Unicode whenever they are already fine. */
export function encodingOfTexts(texts: readonly string[]): Encoding {
  const suspects = texts.filter((text) => /[\u00A1-\u00FF]/.test(text) && !isSurelyUnicode(text))
  if (suspects.length === 0) return 'unicode'
  const plain = countSyllables(suspects.join(' '))
  const asTcvn3 = countSyllables(suspects.map((text) => tcvn3Text(text)).join(' '))
  const asVni = countSyllables(suspects.map((text) => vniText(text)).join(' '))
  // A foreign word or two is no proof: most of what is wrong must become right.
  const isCure = (cured: { bad: number }) => plain.bad > 0 && cured.bad * 2 < plain.bad
  if (isCure(asTcvn3) && asTcvn3.bad <= asVni.bad) return 'tcvn3'
  if (isCure(asVni)) return 'vni'
  return 'unicode'
}

/** The text in Unicode; text that can only be Unicode already is left alone whatever is claimed of it. */
export function toUnicode(text: string, encoding: Encoding, font?: string): string {
  if (encoding === 'unicode' || isSurelyUnicode(text)) return text
  const converted = encoding === 'tcvn3' ? tcvn3Text(text) : vniText(text)
  return isCapitalFont(font) ? converted.toUpperCase() : converted
}

/** Letters beyond Latin-1 such as ạ, ư, đ exist only in Unicode text. */
export function isSurelyUnicode(text: string): boolean {
  return /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|\p{M}/u.test(text)
}

function tcvn3Text(text: string): string {
  const converted = text.replace(/[\u00A1-\u00FF]/g, (code) => tcvn3.get(code) ?? code)
  // In '.VnTime' a heading has capital plain letters and small accented ones: 'S¸CH' is SÁCH. 'Hµ' alone is Hà.
  const isHeading = !/[a-z]/.test(text) && /[A-Z¡¢§£¤¥¦]{2}/.test(text)
  return isHeading ? converted.toUpperCase() : converted
}

function vniText(text: string): string {
  return text.replace(vniSigns, (signs) => {
    const letter = vni.get(signs.toLowerCase())
    if (letter === undefined) return signs
    return signs.charAt(0) === signs.charAt(0).toLowerCase() ? letter : letter.toUpperCase()
  })
}

function vniTable(): Map<string, string> {
  const table = new Map(Object.entries(vniSingles))
  for (const [base, letters] of Object.entries(vniPairs)) {
    ;[...letters].forEach((letter, index) => table.set(base + vniMarks.charAt(index), letter))
  }
  return table
}
