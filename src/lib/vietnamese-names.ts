/** Text as it should enter the house: composed (NFC), ordinary spaces, no invisible signs, no doubled spaces. */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text
  return cleanLines(text).replace(/\s+/g, ' ').trim()
}

/** As `cleanText`, but line breaks inside a cell stay. */
export function cleanLines(text: string): string {
  if (alreadyClean.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000 ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** Whole letters and single spaces: most cells of a long list, and a third of the time of reading it. */
const alreadyClean = /^[!-~\u00A1-\u024F\u1EA0-\u1EF9]+(?: [!-~\u00A1-\u024F\u1EA0-\u1EF9]+)*$/

/** What search compares: no marks, đ as d, small letters, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd') // đ does not decompose
    .toLowerCase()
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const iOrY = /(?<=\b(?:[hklmst]|qu))[iy]\b/g

/** The key of a folded name in which i and y are one: Lý and Lí, Quý and Quí sound alike and are written either way. */
export function soundKey(folded: string): string {
  return folded.replace(iOrY, 'i')
}

/** Every way a folded name may be written with i and y, itself first. */
export function soundVariants(folded: string): string[] {
  const places = [...folded.matchAll(iOrY)].map(({ index }) => index).slice(0, 3)
  const other = (text: string, at: number) => text.slice(0, at) + (text.charAt(at) === 'i' ? 'y' : 'i') + text.slice(at + 1)
  return places.reduce((texts, at) => [...texts, ...texts.map((text) => other(text, at))], [folded])
}

const newTone = 'òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy'.match(/../gu) ?? []
const oldTone = 'oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ'.match(/../gu) ?? []
const toneOf = new Map(newTone.map((pair, index) => [pair, oldTone[index] ?? pair]))
const openRhyme = /(?<!q)(?:òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy)(?!\p{L})/giu

/** One way of placing the tone: hòa → hoà, thúy → thuý, ủy → uỷ; equal for people, so equal here. */
export function withOneTonePlacement(text: string): string {
  return text.normalize('NFC').replace(openRhyme, (pair) => {
    const moved = toneOf.get(pair.toLowerCase()) ?? pair
    if (pair === pair.toLowerCase()) return moved
    if (pair === pair.toUpperCase()) return moved.toUpperCase()
    return moved.charAt(0).toUpperCase() + moved.slice(1)
  })
}

/** Whether two texts are the same to a reader: capitals, spaces and the place of the tone aside. */
export function isSameText(one: string, other: string): boolean {
  return canonical(one) === canonical(other)
}

export type NameParts = { family: string; middle: string; given: string }

/** 'Nguyễn Thị Kim Oanh' is family Nguyễn, middle Thị Kim, given Oanh; a single word is a given name. */
export function splitName(name: string): NameParts {
  const words = cleanText(name).split(' ').filter(Boolean)
  const given = words.at(-1) ?? ''
  const family = words.length > 1 ? (words[0] ?? '') : ''
  return { family, middle: words.slice(1, -1).join(' '), given }
}

const collator = new Intl.Collator('vi')

/** The order of Vietnamese lists: by given name, then family name, then middle name. */
export function compareNames(one: string, other: string): number {
  const a = splitName(withOneTonePlacement(one))
  const b = splitName(withOneTonePlacement(other))
  return collator.compare(a.given, b.given) || collator.compare(a.family, b.family) || collator.compare(a.middle, b.middle)
}

/** The order of Vietnamese words, for unit names and the like. */
export function compareWords(one: string, other: string): number {
  return collator.compare(withOneTonePlacement(one), withOneTonePlacement(other))
}

/** Whether every letter is a capital, as names on forms often are. */
export function isInCapitals(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase()
}

/** 'NGUYỄN VĂN AN' and 'nguyễn văn an' become 'Nguyễn Văn An'; a name written with care is left as it is. */
export function inProperCase(name: string): string {
  const clean = cleanText(name)
  if (!isInCapitals(clean) && !isNearlyInCapitals(clean) && clean !== clean.toLowerCase()) return clean
  return clean.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** 'NGUYễN VĂN QUÝ': an old keyboard left a marked letter small; a word of two capitals and more is no name written with care. */
function isNearlyInCapitals(text: string): boolean {
  const small = text.match(/\p{Ll}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  return capitals.length > small.length * 2 && small.every((letter) => letter > '\u007f')
}

function canonical(text: string): string {
  return withOneTonePlacement(cleanText(text)).toLowerCase()
}
