import { fold } from '#lib/vietnamese-names.ts'

const abbreviations: [RegExp, string][] = [
  [/^(?:tt|t\.t)(?:\.\s*|\s+)/, 'thi tran '],
  [/^(?:tp|t\.p)(?:\.\s*|\s+)/, 'thanh pho '],
  [/^tx(?:\.\s*|\s+)/, 'thi xa '],
  [/^x(?:\.\s*|\s+)/, 'xa '],
  [/^p(?:\.\s*|\s+)/, 'phuong '],
  [/^h(?:\.\s*|\s+)/, 'huyen '],
  [/^t(?:\.\s*|\s+)/, 'tinh '],
]
const kindWords = /^(?:tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|thon|to dan pho) (?=\S)/

/** What two spellings of a unit's name have in common: 'TT. Yên Sơn' and 'Thị trấn Yên Sơn', 'Quí Quân' and 'Quý Quân'. */
export function unitKey(name: string): string {
  const folded = fold(name).replaceAll(/[–—-]/g, ' ').replaceAll(/\s+/g, ' ')
  const [pattern, word] = abbreviations.find(([pattern]) => pattern.test(folded)) ?? [/^/, '']
  // i and y are one sound here, and papers write either.
  return folded.replace(pattern, word).replaceAll(/(?<=\b(?:[hklmst]|qu))y\b/g, 'i')
}

/** The key without the word for its kind: 'xã Tứ Quận' and 'Tứ Quận' both give 'tu quan'. */
export function bareUnitKey(name: string): string {
  return unitKey(name).replace(kindWords, '')
}

/** Whether the name says what kind of unit is meant. */
export function saysKind(name: string): boolean {
  return kindWords.test(unitKey(name))
}

/** What search looks through: both names, folded. */
export function searchText(names: { vi: string; en: string }): string {
  return `${unitKey(names.vi)} | ${unitKey(names.en)}`
}

type Named = { vi: string; en: string }

/** Those of the named units that the text means, by the strictest way of reading that finds any. */
export function meantBy<T extends Named>(text: string, named: T[]): T[] {
  const key = unitKey(text)
  const ways: ((unit: T) => boolean)[] = [
    (unit) => unit.vi.normalize('NFC') === text.normalize('NFC').trim() || unit.en === text.trim(),
    (unit) => unitKey(unit.vi) === key || unitKey(unit.en) === key,
    (unit) => !saysKind(text) && bareUnitKey(unit.vi) === bareUnitKey(text),
  ]
  for (const way of ways) {
    const found = named.filter(way)
    if (found.length > 0) return found
  }
  return []
}
