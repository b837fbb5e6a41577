import type { PartialDate } from '#lib/partial-date.ts'
import type { EducationLevel } from '#law/education-levels.ts'
import type { StateManagementLevel } from '#law/state-management-levels.ts'
import type { TheoryLevel } from '#law/theory-levels.ts'
import type { StudyMode, TheoryMode } from '#law/study-modes.ts'

export type ImportKind = 'people' | 'sendings' | 'classes'

/** Where in the workbook something stands: the row as Excel numbers it, the column as Excel letters it. */
export type Place = { sheet: string; row: number; column: string }

/** How a value came to the row: its own cell, "as above", a section row, the title lines, the heading, the sheet's name, the lines below the table. */
export type Source = 'cell' | 'above' | 'section' | 'title' | 'heading' | 'sheet-name' | 'footer'

/** One value read, with the text it was read from and where that stands. */
export type Reading<V> = { value: V; text: string; place: Place; source: Source }

export type QualificationState = 'finished' | 'studying' | 'abandoned'

/** 'ĐH Luật (đang học)' is level DH, field 'Luật', state studying. */
export type DegreeReading = {
  level: EducationLevel
  field: string | null
  /** Of the law's list of fields of study, when the words are known. */
  fieldCode: string | null
  mode: StudyMode | null
  state: QualificationState
  year: number | null
}

export type LevelReading<L extends string> = { level: L; state: QualificationState }

export type LanguageReading = { language: string; level: string | null }

/** 'UBND xã Tứ Quận' is body 'UBND', kind 'xã', name 'Tứ Quận'; a unit without such words is its name alone. */
export type UnitReading = { text: string; body: string | null; kind: string | null; name: string }

/** `code` is a title of the law's list when the words are known; the text is kept as written either way. */
export type PostReading = { text: string; code: string | null }

export type ListedReading = { name: string; code: string | null }

/** Every field a workbook can fill, and the type of its value. */
export type FieldValues = {
  name: string
  otherName: string
  sex: 'male' | 'female'
  birth: PartialDate
  personalId: string
  oldId: string
  officialNumber: string
  ethnic: ListedReading
  religion: ListedReading
  nativePlace: string
  birthplace: string
  residence: string
  phone: string
  email: string
  unit: UnitReading
  post: PostReading
  postFrom: PartialDate
  officialKind: string
  recruitedOn: PartialDate
  partyJoinedOn: PartialDate
  partyFullOn: PartialDate
  partyMember: boolean
  generalEducation: { grade: number; system: 10 | 12 }
  degree: DegreeReading[]
  studyField: string
  theory: LevelReading<TheoryLevel>[]
  stateManagement: LevelReading<StateManagementLevel>[]
  languages: LanguageReading[]
  ethnicLanguage: string
  it: string
  defence: string
  rank: string
  note: string
  decisionNumber: string
  decisionOn: PartialDate
  decisionIssuer: string
  trainingKind: string
  className: string
  school: string
  mode: TheoryMode | StudyMode
  from: PartialDate
  to: PartialDate
  outcome: string
  certificate: string
  opener: string
  place: string
  headCount: number
}

export type FieldName = keyof FieldValues

export type Fields = { [F in FieldName]?: Reading<FieldValues[F]> }

/** Something a person should look at; it does not stop the row. */
export type Warning = {
  code:
    | 'id-padded'
    | 'id-sex-differs'
    | 'id-birth-differs'
    | 'id-province-unknown'
    | 'id-same-twice'
    | 'old-id'
    | 'sex-guessed-from-id'
    | 'sex-from-blank'
    | 'sex-unknown'
    | 'day-month-unclear'
    | 'day-month-swapped'
    | 'two-digit-year'
    | 'date-not-read'
    | 'date-out-of-order'
    | 'date-after-list'
    | 'too-young'
    | 'ethnic-unknown'
    | 'religion-unknown'
    | 'level-unknown'
    | 'post-unknown'
    | 'unit-missing'
    | 'unit-differs-from-section'
    | 'birth-missing'
    | 'old-font'
    | 'hidden-row'
    | 'formula-value'
    | 'kind-guessed'
    | 'decision-missing'
    | 'decision-undated'
    | 'total-differs'
    | 'as-above-of-nothing'
  field?: FieldName
  place: Place
  text?: string
}

/** Why a row cannot be taken; the first that is found in each cell. */
export type Why =
  | { code: 'no-name' }
  | { code: 'no-such-date'; text: string }
  | { code: 'id-digits-lost'; text: string }
  | { code: 'id-not-valid'; text: string }
  | { code: 'two-sexes'; text: string }
  | { code: 'formula-without-value'; formula: string }
  | { code: 'error-value'; text: string }
  | { code: 'no-training-kind' }
  | { code: 'no-class-name' }
  | { code: 'not-a-number'; text: string }
  | { code: 'several-classes'; text: string }
  | { code: 'end-before-start'; text: string }

export type Refused = Place & { why: Why }

/** A row that can become facts. A learner names the class of the same file it belongs to by `classKey`. */
export type Candidate = {
  of: 'person' | 'sending' | 'class' | 'learner'
  sheet: string
  row: number
  fields: Fields
  warnings: Warning[]
  classKey?: string
}

/** A row of the file as it was read: what it says, or why it cannot be taken. */
export type ReadRow = { candidate: Candidate; refused: Refused[] }

/** What is read beside the rows. */
export type Whole = { sheets: SheetNote[]; warnings: Warning[]; gist: Gist }

/** What all rows together name: which units, and on which days there must have been them. */
export type Gist = { units: UnitReading[]; days: string[] }

/** What a column holds. A dotted role is part of a field: sex told by the column of the date, a name in two columns, a level marked x. */
export type ColumnRole =
  | FieldName
  | 'ordinal'
  | 'ignore'
  | 'name.family'
  | 'name.given'
  | 'birth.male'
  | 'birth.female'
  | 'sex.male'
  | 'sex.female'
  | 'post-and-unit'
  | 'period'
  | `degree.${EducationLevel}`
  | `theory.${TheoryLevel}`
  | `stateManagement.${StateManagementLevel}`
  | 'birth.day'
  | 'birth.month'
  | 'birth.year'
  | 'decision'
  | 'classCount'

/** A column as recognised: `confidence` 0–1, `why` the words of the heading that decided. */
export type RecognisedColumn = { column: string; heading: string; role: ColumnRole; confidence: number; why: string }

/** What a user may correct and an office may have remembered: the role of each column under this heading. */
export type Mapping = { fingerprint: string; columns: { column: string; role: ColumnRole }[] }

/** What the title lines and the lines below the table say about all rows. */
export type Title = {
  lines: { text: string; place: Place }[]
  fields: Fields
  asOf?: Reading<PartialDate>
}

export type RecognisedTable = {
  sheet: string
  kind: ImportKind
  headingRows: [number, number]
  rows: [number, number]
  columns: RecognisedColumn[]
  fingerprint: string
  title: Title
  /** The first rows as they stand, to check the columns by. */
  sample: { row: number; cells: string[] }[]
}

export type SheetNote = {
  sheet: string
  hidden: boolean
  encoding: 'unicode' | 'tcvn3' | 'vni'
  tables: RecognisedTable[]
  /** Why nothing was read from the sheet. */
  skipped?: 'hidden' | 'empty' | 'no-table'
}

export type Recognition = {
  sheets: SheetNote[]
  candidates: Candidate[]
  refused: Refused[]
  /** Warnings of the whole table rather than of a row. */
  warnings: Warning[]
}
