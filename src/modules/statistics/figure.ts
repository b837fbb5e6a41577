import type { OfficialKind } from '#law/official-kinds.ts'
import type { TrainingKindCode } from '#law/training-kinds.ts'
import type { Bilingual } from '#lib/language.ts'

/** What a figure counts in: a person may be sent twice, so person-times and people are never the same thing. */
export type FigureUnit = 'times' | 'people' | 'classes' | 'percent'

export const unitWords: Record<FigureUnit, Bilingual> = {
  times: { vi: 'lượt người', en: 'person-times' },
  people: { vi: 'người', en: 'people' },
  classes: { vi: 'lớp', en: 'classes' },
  percent: { vi: '%', en: '%' },
}

/** A test of one's qualifications on the day. */
export type StandingTest =
  | { held: 'degree' | 'theory'; atLeast: number; states: readonly ('finished' | 'studying')[] }
  | { field: 'accepted' }

type Common = {
  figure: string
  label: Bilingual
  unit: FigureUnit
  /** Told beside the table so that nothing vanishes; not a line of it. */
  aside?: true
}

export type SendingFigure = Common & {
  of: 'sendings'
  where: { kinds: readonly TrainingKindCode[]; otherKinds?: true; units?: 'present' | 'left' }
  count: 'times' | 'people'
}
export type ClassFigure = Common & { of: 'classes'; where: { kinds: readonly TrainingKindCode[] }; count: 'classes' | 'learners' }
export type SecondmentFigure = Common & {
  of: 'secondments'
  where: { hostKinds: readonly string[]; otherHosts?: true }
  count: 'times' | 'people'
}
export type ServingFigure = Common & { of: 'serving'; where: { kinds: readonly OfficialKind[] }; count: { share: StandingTest } }

/** A figure as data: what is counted, of which facts, under which conditions. One source gives its number and its list. */
export type Figure = SendingFigure | ClassFigure | SecondmentFigure | ServingFigure

/** A report: its figures in the order in which they are printed. */
export type Report = { report: string; name: Bilingual; figures: readonly Figure[] }

export function figureNamed(report: Report, name: string): Figure | undefined {
  return report.figures.find(({ figure }) => figure === name)
}

/** The lines of the table; those of a commune's standing only where a commune is asked for. */
export function linesOf(report: Report, withCommune: boolean): Figure[] {
  return report.figures.filter((figure) => !figure.aside && (withCommune || figure.of !== 'serving'))
}

/** What is told beside the table. */
export function asidesOf(report: Report): Figure[] {
  return report.figures.filter((figure) => figure.aside)
}
