import { ratingName } from '#law/ratings.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { FactTable } from './FactTable.tsx'
import type { PartProps } from './PersonTabs.tsx'
import { messages } from './file-messages.ts'

/** How each year was rated, by the name that the grade had then. */
export function RatingsTable({ file: { facts, closed }, onAct }: PartProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <FactTable
      title={words.ratings}
      table="evaluation.rating"
      rows={(facts.ratings ?? []).toReversed()}
      closed={closed.ratings ?? []}
      onAct={onAct}
      columns={[
        { key: 'year', header: words.columns.year, cell: ({ year }) => String(year) },
        { key: 'grade', header: words.columns.grade, names: true, cell: ({ grade, year }) => ratingName(grade, year)[language] },
      ]}
    />
  )
}
