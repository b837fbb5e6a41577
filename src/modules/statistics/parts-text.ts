import type { Language } from '#lib/language.ts'
import { numberText } from '#lib/numbers.ts'
import type { FigureAnswer } from './review.contract.ts'
import { workbookWords } from './workbook-words.ts'

/** What a number is made of, where that is not plain; the same words on paper, on the page and at the command line. */
export function partsText({ parts }: FigureAnswer, language: Language): string {
  const words = workbookWords[language]
  const count = (number: number) => numberText(number, language)
  const { byHeadCount = 0, listed = 0, judged, meeting = 0, unmapped = 0, studying = 0 } = parts
  if (byHeadCount > 0) return `${words.listed(count(listed))}, ${words.byHeadCount(count(byHeadCount))}`
  if (judged === undefined) return ''
  return [
    words.ofPeople(count(meeting), count(judged)),
    studying > 0 ? words.studying(count(studying)) : '',
    unmapped > 0 ? words.unmapped(count(unmapped)) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
