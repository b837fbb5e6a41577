import type { Bilingual } from '#lib/language.ts'

export type RatingGrade = 'HTXS' | 'HTT' | 'HT' | 'KHT'

/** From the best to the worst; `rank` answers "good or better" (rank 3 or more). */
export const ratingGrades: Record<RatingGrade, { name: Bilingual; rank: number }> = {
  HTXS: { name: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' }, rank: 4 },
  HTT: { name: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' }, rank: 3 },
  HT: { name: { vi: 'Hoàn thành nhiệm vụ', en: 'Satisfactory' }, rank: 2 },
  KHT: { name: { vi: 'Không hoàn thành nhiệm vụ', en: 'Unsatisfactory' }, rank: 1 },
}

/** NĐ 90/2020 renamed the third level; the day is not checked against the text. The rating of 2020 was given after it. */
const firstYearOfPlainName = 2020
const formerThird: Bilingual = {
  vi: 'Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực',
  en: 'Satisfactory, with limits of ability',
}

export function isRatingGrade(code: string): code is RatingGrade {
  return Object.hasOwn(ratingGrades, code)
}

/** The grade by the name of its time: the rating of 2017 is printed as it was called then. */
export function ratingName(grade: string, year: number): Bilingual {
  if (grade === 'HT' && year < firstYearOfPlainName) return formerThird
  return isRatingGrade(grade) ? ratingGrades[grade].name : { vi: grade, en: grade }
}

export function ratingRank(grade: string): number {
  return isRatingGrade(grade) ? ratingGrades[grade].rank : 0
}
