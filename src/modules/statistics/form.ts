import type { OfficialKind } from '#law/official-kinds.ts'
import type { TheoryMode } from '#law/study-modes.ts'
import type { TrainingKindCode } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'

export type StudyPlace = 'home' | 'abroad' | 'joint'
export type Level = 'province' | 'district' | 'commune'

/** A person counts once in each programme, with the latest time; `mode` null: how it is attended is not written down. */
export type Programme = { kinds: readonly TrainingKindCode[]; place?: StudyPlace; mode?: TheoryMode | null }

/** Whom the person was among on the day of the fact; of several that fit, the first one named in the form. */
export type Audience = { level?: Level; isLeader?: true; kinds?: readonly OfficialKind[]; isDeputy?: true; isOfficial?: boolean }

/** A part of those counted, never an addend of its own ('trong đó'). */
export type Trait = 'leader' | 'women' | 'minority'

export type Counts =
  | { programme: Programme }
  | { audience: Audience }
  | { sum: readonly string[] }
  | { of: string; trait: Trait }
  | { openedBy: Level }
  /** The form asks for what nobody records; shown as a dash, never as 0. */
  | { notRecorded: true }

/** A row or a column of an official form. */
export type FormLine = {
  key: string
  /** As printed before the words: 'II', '8'. */
  mark?: string
  label: Bilingual
  depth?: number
  /** The head above neighbouring columns. */
  band?: Bilingual
  counts: Counts
  /** Not a line of the official form: what it has no line for, told beside it. */
  isAside?: true
}

/** A sum that whoever receives the form checks first: columns of every row. */
export type ColumnCheck = { column: string; equals: readonly string[] } | { column: string; within: string }

/** An official form as data: rows × columns; one of the two axes names the programmes, the other whom they were for. */
export type FormDefinition = {
  form: string
  name: (year: string) => Bilingual
  shortName: Bilingual
  /** 'Biểu số 10-BTCTW'; none where the number is not known. */
  number: string | null
  document: string
  /** False: headings not checked against the original. */
  isVerified: boolean
  rows: readonly FormLine[]
  columns: readonly FormLine[]
  checks: readonly ColumnCheck[]
  /** The cells that together hold everybody the form counts. */
  whole: readonly { row: string; column: string }[]
  /** The lines that together make the whole, as those who see only figures are told them. */
  told: { axis: 'rows' | 'columns'; keys: readonly string[]; at: string }
}

/** What the cells of one line are taken from, sums resolved. */
export type Slice = {
  programmes?: readonly string[]
  audiences?: readonly string[]
  trait?: Trait
  openedBy?: readonly Level[]
  isNotRecorded?: true
}

/** Leaves of an axis in order: those that a fact is put under. */
export function programmesOf(form: FormDefinition): { key: string; programme: Programme }[] {
  return [...form.rows, ...form.columns].flatMap(({ key, counts }) => ('programme' in counts ? [{ key, programme: counts.programme }] : []))
}

export function audiencesOf(form: FormDefinition): { key: string; audience: Audience }[] {
  return [...form.rows, ...form.columns].flatMap(({ key, counts }) => ('audience' in counts ? [{ key, audience: counts.audience }] : []))
}

export function sliceOf(axis: readonly FormLine[], key: string): Slice {
  const counts = axis.find((line) => line.key === key)?.counts
  if (!counts) return {}
  if ('programme' in counts) return { programmes: [key] }
  if ('audience' in counts) return { audiences: [key] }
  if ('openedBy' in counts) return { openedBy: [counts.openedBy] }
  if ('notRecorded' in counts) return { isNotRecorded: true }
  if ('of' in counts) return { ...sliceOf(axis, counts.of), trait: counts.trait }
  return counts.sum.map((child) => sliceOf(axis, child)).reduce(joined, {})
}

function joined(one: Slice, other: Slice): Slice {
  return {
    ...both('programmes', one.programmes, other.programmes),
    ...both('audiences', one.audiences, other.audiences),
    ...both('openedBy', one.openedBy, other.openedBy),
  }
}

function both<K extends string, V>(name: K, one: readonly V[] | undefined, other: readonly V[] | undefined) {
  return one || other ? { [name]: [...(one ?? []), ...(other ?? [])] } : {}
}

/** What is counted where a row and a column meet; null where the form asks for what nobody records. */
export function cellSlice(row: Slice, column: Slice): Slice | null {
  if (row.isNotRecorded || column.isNotRecorded) return null
  return { ...row, ...column }
}

/** Lines that the official form prints; the others are told beside it. */
export function printed(lines: readonly FormLine[]): FormLine[] {
  return lines.filter(({ isAside }) => !isAside)
}
