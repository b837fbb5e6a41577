import { highDay, lowDay } from '#lib/partial-date.ts'
import { readDate } from '#lib/read-date.ts'
import { fold } from '#lib/vietnamese-names.ts'

/** What was typed to find someone: words of the name, a birth date or year, an identity number, or several of these. */
export type Question = { words: string[]; born: { low: string; high: string } | null; number: string | null }

const isDateLike = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[/.-]\d{4}|(?:19|20)\d\d)$/
const isNumberLike = /^\d{6,12}$/

export function readQuestion(text: string): Question {
  const question: Question = { words: [], born: null, number: null }
  for (const token of fold(text).split(' ').filter(Boolean)) {
    const born = isDateLike.test(token) ? readDate(token)?.date : undefined
    if (born) question.born = { low: lowDay(born), high: highDay(born) }
    else if (isNumberLike.test(token)) question.number = token
    else question.words.push(token)
  }
  return question
}
