import { useState } from 'react'
import { useLanguage } from '#web/language.tsx'
import { addressOf } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { exportReview, type Review } from '../review.contract.ts'
import { FigureList } from './FigureList.tsx'
import { messages } from './messages.ts'
import { ReviewBody } from './ReviewBody.tsx'
import { Provenance } from './Provenance.tsx'
import { ReviewFilters } from './ReviewFilters.tsx'
import { UnitEnded } from './UnitEnded.tsx'
import { useReview } from './use-review.ts'

const ExportDialog = lazyPart(() => import('#modules/people/ui/ExportDialog.tsx').then((module) => module.ExportDialog))

/** The review of the work on officials: the figures, and beside them the list behind the one chosen. */
export function ReviewPage() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { input, figure, set, query } = useReview()
  const [exporting, setExporting] = useState(false)
  const review = query.data
  // Today is the header's day when it names none; only the period must not be taken for it.
  const readAtToday = () => set({ at: 'today', from: review?.days.from, to: review?.days.to })
  const chosen = review && [...review.figures, ...review.asides].find((one) => one.figure === figure)
  return (
    <Page
      title={useTitle(review)}
      crumbs={[{ label: words.figures }, { label: words.review }]}
      about={review && <Provenance review={review} readAtToday={readAtToday} />}
      filters={<ReviewFilters review={review} input={input} set={set} />}
      actions={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button icon="download" onClick={() => setExporting(true)}>
            {words.exportExcel}
          </Button>
        </>
      }
      beside={chosen && <FigureList key={chosen.figure} answer={chosen} input={input} onClose={() => set({ figure: undefined })} />}
    >
      {exporting && (
        <ExportDialog
          title={words.exportExcel}
          about={words.exportAbout}
          addressWith={(basis) => addressOf(exportReview, { ...input, language, ...basis })}
          onClose={() => setExporting(false)}
        />
      )}
      {query.error ? (
        <UnitEnded error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loaded query={query} rows={12}>
          {(data) => <ReviewBody review={data} chosen={figure} onCommune={(commune) => set({ commune, figure: undefined })} />}
        </Loaded>
      )}
    </Page>
  )
}

/** The finding, in a sentence with its numbers. */
function useTitle(review: Review | undefined): string {
  const words = useWords(messages)
  const format = useFormat()
  if (!review) return words.review
  const isKeptBack = review.figures.some(({ figure, keptBack }) => keptBack && ['sent.total', 'seconded'].includes(figure))
  const value = (name: string) => format.number(review.figures.find(({ figure }) => figure === name)?.value ?? 0)
  const { from, to, until } = review.days
  const isTerm = from.endsWith('-01-01') && to.endsWith('-12-31') && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) === 5
  const period = isTerm ? words.term(from.slice(0, 4), to.slice(0, 4)) : words.period(formatDay(from), formatDay(to))
  const told = until < to ? words.upTo(period, formatDay(until)) : period
  return isKeptBack ? words.reviewTitleOnly(told) : words.reviewTitle(value('sent.total'), value('seconded'), told)
}
