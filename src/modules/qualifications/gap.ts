import { levelsOf, type QualificationKind } from '#law/qualifications.ts'
import { isEthnicLanguage, levelsAsked, type Requirement } from '#law/requirements.ts'

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

/** A ladder of levels of which the higher holds the lower: each rung is one bit. */
export type Scale = { key: string; offset: number; rungs: number }

/** What a qualification counts for: all rungs up to its own, on every ladder where it stands. */
export type Credit = { kind: QualificationKind; level: string; language: string; bits: string }

/**
 * How what people hold is laid out in bits: ladders of levels first, then the fields of study. The database gathers them, one `bit_or` a person,
 * and a standard is met where its bit is set.
 */
export type Layout = { size: number; scales: readonly Scale[]; credits: readonly Credit[]; fields: ReadonlyMap<string, number> }

const ranked = ['degree', 'theory', 'state_management', 'defence', 'it'] as const

export function layoutOf(asked: readonly Asked[], fieldCodes: readonly string[]): Layout {
  const keys = new Set<string>([...ranked, ...asked.filter(({ requirement }) => requirement === 'language').map(scaleKey)])
  let size = 0
  const scales = [...keys].map((key) => {
    const rungs = Math.max(...rungsOf(key).map(({ rank }) => rank))
    const scale = { key, offset: size, rungs }
    size += rungs
    return scale
  })
  const fields = new Map([...new Set(fieldCodes)].map((code, place) => [code, size + place]))
  size += fields.size
  return { size, scales, fields, credits: creditsOf(scales, size) }
}

/** The ladder on which the standard stands; the old letters A, B, C of a language are another than the six levels. */
export function scaleKey({ requirement, language, level }: Pick<Asked, 'requirement' | 'language' | 'level'>): string {
  if (requirement !== 'language') return requirement
  if (isEthnicLanguage(language)) return `language:${language}`
  return `language:${language ?? ''}:${isLetter(level) ? 'letters' : 'frame'}`
}

/** Bits of a set of places, the first leftmost, as PostgreSQL writes them. */
export function bitsOf(size: number, places: readonly number[]): string {
  const bits = Array<string>(size).fill('0')
  for (const place of places) bits[place] = '1'
  return bits.join('')
}

/** The place of the bit that meets the standard; null for a field of study and for hours. */
export function placeOf(layout: Layout, one: Asked): number | null {
  const scale = scaleOf(layout, one)
  return scale ? scale.offset + one.rank - 1 : null
}

/** The highest rung that is set. */
export function rankIn(layout: Layout, one: Asked, bits: string): number {
  const scale = scaleOf(layout, one)
  return scale ? bits.slice(scale.offset, scale.offset + scale.rungs).lastIndexOf('1') + 1 : 0
}

/** What stands in a person's way to meet a standard: by what is finished, else by what is being studied. */
export function stateOf(isMet: boolean, isStudied: boolean): GapState {
  if (isMet) return 'met'
  return isStudied ? 'studying' : 'missing'
}

function scaleOf(layout: Layout, one: Asked): Scale | undefined {
  const key = scaleKey(one)
  return layout.scales.find((scale) => scale.key === key)
}

type Rung = { kind: QualificationKind; level: string; language: string; rank: number }

function rungsOf(key: string): Rung[] {
  const [requirement = '', language = '', letters] = key.split(':')
  if (requirement !== 'language') {
    const kind = requirement as (typeof ranked)[number] // the keys are made above
    return Object.entries(levelsAsked(kind)).map(([level, { rank }]) => ({ kind, level, language: '', rank }))
  }
  const kind = isEthnicLanguage(language) ? 'ethnic_language' : 'language'
  return Object.entries(levelsOf[kind])
    .filter(([level]) => kind === 'ethnic_language' || isDegree(level) || isLetter(level) === (letters === 'letters'))
    .map(([level, { rank }]) => ({ kind, level, language, rank }))
}

function creditsOf(scales: readonly Scale[], size: number): Credit[] {
  const gathered = new Map<string, Rung & { places: number[] }>()
  for (const { key, offset } of scales) {
    for (const rung of rungsOf(key)) {
      const id = `${rung.kind} ${rung.level} ${rung.language}`
      const places = Array.from({ length: rung.rank }, (_, place) => offset + place)
      gathered.set(id, { ...rung, places: [...(gathered.get(id)?.places ?? []), ...places] })
    }
  }
  return Array.from(gathered.values(), ({ kind, level, language, places }) => ({ kind, level, language, bits: bitsOf(size, places) }))
}

function isLetter(level: string | null): boolean {
  return level === 'A' || level === 'B' || level === 'C'
}

function isDegree(level: string): boolean {
  return level === 'CD' || level === 'DH'
}
