import { levelsOf, type QualificationKind } from '#law/qualifications.ts'
import { isEthnicLanguage, type Requirement } from '#law/requirements.ts'
import { languages } from '#law/skills.ts'

/** A standard as far as one must know it to say who meets it. */
export type Asked = {
  titleCode: string
  requirement: Requirement
  level: string | null
  rank: number
  language: string | null
  periods: number | null
}

export type GapState = 'met' | 'studying' | 'missing'
export const gapStates = ['met', 'studying', 'missing'] as const satisfies readonly GapState[]

/**
 * What a person holds, in bits that the database gathers by one `bit_or`: the levels of the ranked kinds in the first word, fields of study and
 * languages ('marks') in the words after it; what is finished in the lower half of each, what is being studied in the upper. And the
 * periods attended this year, and still to be attended.
 */
export type Holding = { words: readonly number[]; attended: number; attending: number }

/** Half a word; two of them must not exceed what a JavaScript number holds. */
export const half = 26

/** Where the levels of a kind stand in the first word: its rank and so much more. */
export const rankOffset = { degree: -1, theory: 6, state_management: 9, defence: 13, it: 17 } as const satisfies Partial<
  Record<Requirement, number>
>
const topRank = { degree: 7, theory: 3, state_management: 4, defence: 4, it: 6 } as const satisfies Record<keyof typeof rankOffset, number>

/** A field of study, or one rung of a language; and what a qualification must say to have it: its field's code, or 'en B1'. */
export type Mark = { mark: string; keys: readonly string[] }
export type Layout = { marks: readonly Mark[]; placeOf: ReadonlyMap<string, number> }

export function layoutOf(asked: readonly Asked[], fieldCodes: Iterable<string>): Layout {
  const fields = [...new Set(fieldCodes)].map((code) => ({ mark: code, keys: [code] }))
  const ladders = new Map(asked.filter(({ requirement }) => requirement === 'language').map((one) => [ladderOf(one), one]))
  const marks = [...fields, ...[...ladders.values()].flatMap(rungsOf)]
  return { marks, placeOf: new Map(marks.map(({ mark }, place) => [mark, place])) }
}

/** Words that a holding has under this layout. */
export function wordsIn({ marks }: Layout): number {
  return 1 + Math.ceil(marks.length / half)
}

/** For each key that a qualification may say, the bits it sets in each word of marks. */
export function markBits(layout: Layout): { key: string; bits: number[] }[] {
  const bits = new Map<string, number[]>()
  for (const [place, { keys }] of layout.marks.entries()) {
    for (const key of keys) {
      const words = bits.get(key) ?? Array<number>(wordsIn(layout) - 1).fill(0)
      const word = Math.floor(place / half)
      words[word] = (words[word] ?? 0) | (1 << (place % half))
      bits.set(key, words)
    }
  }
  return Array.from(bits, ([key, words]) => ({ key, bits: words }))
}

/** A qualification as far as it counts. */
export type Counting = { kind: string; level: string; rank: number; language: string | null; fieldCode: string | null; state: string }

/** The words of a single qualification, as the database would gather them. */
export function wordsOf(layout: Layout, { kind, level, rank, language, fieldCode, state }: Counting): number[] {
  const words = Array<number>(wordsIn(layout)).fill(0)
  if (isRanked(kind) && rank > 0) words[0] = 2 ** (rankOffset[kind] + rank)
  const key = kind === 'degree' ? fieldCode : `${language ?? ''} ${level}`
  markBits(layout)
    .find((mark) => mark.key === key)
    ?.bits.forEach((bits, word) => (words[word + 1] = bits))
  return words.map((word) => word * (state === 'studying' ? 2 ** half : 1))
}

/** What meets a standard: any of these bits in each word; null where hours are counted. */
export type Test = readonly number[] | null

export function testOf(layout: Layout, one: Asked, acceptedFields: readonly string[]): Test {
  const { requirement, rank } = one
  const words = Array<number>(wordsIn(layout)).fill(0)
  const set = (place: number, word: number) => (words[word] = (words[word] ?? 0) | (1 << place))
  const setMark = (mark: string) => {
    const place = layout.placeOf.get(mark)
    if (place !== undefined) set(place % half, 1 + Math.floor(place / half))
  }
  if (requirement === 'hours') return null
  if (requirement === 'field') acceptedFields.forEach(setMark)
  else if (requirement === 'language') for (const rung of rungsOf(one)) setMark(rungRank(rung) >= rank ? rung.mark : '')
  else for (let each = rank; each <= topRank[requirement]; each++) set(rankOffset[requirement] + each, 0)
  return words
}

/** By what is finished, else by what is being studied. */
export function stateOf(test: Test, { words, attended, attending }: Holding, periods: number | null): GapState {
  if (test === null) return stateBy(attended >= (periods ?? 0), attended + attending >= (periods ?? 0))
  return stateBy(
    test.some((mask, word) => (finished(words[word]) & mask) !== 0),
    test.some((mask, word) => (studied(words[word]) & mask) !== 0),
  )
}

/** The best rank finished of what the standard asks, or the periods attended. */
export function foundOf(layout: Layout, one: Asked, holding: Holding): number {
  const { requirement } = one
  if (requirement === 'hours') return holding.attended
  if (requirement === 'field') return 0
  if (requirement === 'language') {
    const held = rungsOf(one).filter(({ mark }) => {
      const place = layout.placeOf.get(mark) ?? 0
      return (finished(holding.words[1 + Math.floor(place / half)]) & (1 << (place % half))) !== 0
    })
    return Math.max(0, ...held.map(rungRank))
  }
  for (let rank = topRank[requirement]; rank > 0; rank--)
    if ((finished(holding.words[0]) & (1 << (rankOffset[requirement] + rank))) !== 0) return rank
  return 0
}

function isRanked(kind: string): kind is keyof typeof rankOffset {
  return Object.hasOwn(rankOffset, kind)
}

function stateBy(isMet: boolean, isStudied: boolean): GapState {
  if (isMet) return 'met'
  return isStudied ? 'studying' : 'missing'
}

function finished(word = 0): number {
  return word % 2 ** half
}

function studied(word = 0): number {
  return Math.floor(word / 2 ** half)
}

/** The ladder on which a standard of a language stands; the old letters A, B, C are another than the six levels, a degree tops both. */
function ladderOf({ language, level }: Pick<Asked, 'language' | 'level'>): string {
  if (isEthnicLanguage(language)) return `${language}`
  return `${language ?? 'any'}${isLetter(level) ? ' letters' : ''}`
}

function rungsOf(one: Pick<Asked, 'language' | 'level'>): Mark[] {
  const { language, level } = one
  const kind: QualificationKind = isEthnicLanguage(language) ? 'ethnic_language' : 'language'
  const fitting = Object.entries(levelsOf[kind]).filter(
    ([each]) => kind === 'ethnic_language' || isDegree(each) || isLetter(each) === isLetter(level),
  )
  const keys = Map.groupBy(fitting, ([, { rank }]) => rank)
  return Array.from(keys, ([rank, levels]) => ({
    mark: `${ladderOf(one)}#${rank}`,
    keys: levels.flatMap(([each]) => (language ? [language] : Object.keys(languages)).map((code) => `${code} ${each}`)),
  }))
}

function rungRank({ mark }: Mark): number {
  return Number(mark.split('#')[1])
}

function isLetter(level: string | null): boolean {
  return level === 'A' || level === 'B' || level === 'C'
}

function isDegree(level: string): boolean {
  return level === 'CD' || level === 'DH'
}
