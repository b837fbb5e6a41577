import { useState } from 'react'
import { useParams } from 'react-router'
import { formNamed } from '#modules/statistics/forms/all.ts'
import type { FormAnswer } from '#modules/statistics/form.contract.ts'
import { addressOf } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { exportForm } from '../form-export.contract.ts'
import { CellList } from './CellList.tsx'
import { FormBeside } from './FormBeside.tsx'
import { FormFilters } from './FormFilters.tsx'
import { FormPaper } from './FormPaper.tsx'
import { messages } from './form-messages.ts'
import { UnitEnded } from './UnitEnded.tsx'
import { useFormPage } from './use-form-page.ts'

const SubmitForm = lazyPart(() => import('./SubmitForm.tsx').then((module) => module.SubmitForm))
const Submissions = lazyPart(() => import('./Submissions.tsx').then((module) => module.Submissions))
const Comparison = lazyPart(() => import('./Comparison.tsx').then((module) => module.Comparison))

/** An official form as it is printed; every number opens the people behind it. */
export function FormPage() {
  const { form = '' } = useParams()
  const words = useWords(messages)
  const { language } = useLanguage()
  const may = useMay()
  const format = useFormat()
  const [isSubmitting, setSubmitting] = useState(false)
  const { search, set, input, answer, error, submitted, refetch } = useFormPage(form)
  const hasCell = answer?.isProtected === false && search.row !== undefined && search.column !== undefined
  const isLive = search.submission === undefined
  return (
    <Page
      title={useTitle(answer)}
      crumbs={[{ label: words.figures }, { label: words.forms, to: paths.forms() }, { label: answer?.number ?? '' }]}
      about={
        answer && (
          <span data-own-day="">
            {words.about(answer.unit[language], formatDay(answer.days.from), formatDay(answer.days.to), formatDay(answer.days.on))}
          </span>
        )
      }
      filters={<FormFilters answer={answer} search={search} set={set} />}
      actions={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {words.print}
          </Button>
          {isLive && (
            <DownloadLink kind="button" href={addressOf(exportForm, { ...input, count: search.count, language })}>
              {words.exportExcel}
            </DownloadLink>
          )}
          {isLive && may('statistics.submit') && answer && !answer.isProtected && (
            <Button kind="primary" onClick={() => setSubmitting(true)}>
              {words.submit}
            </Button>
          )}
        </>
      }
      beside={
        answer && hasCell ? (
          <CellList
            key={`${search.row} ${search.column} ${search.count}`}
            answer={answer}
            input={input}
            search={search}
            onClose={() => set({ row: undefined, column: undefined })}
          />
        ) : undefined
      }
    >
      {isSubmitting && <SubmitForm input={input} onClose={() => setSubmitting(false)} />}
      {submitted && <Notice tone="plain">{words.frozen(format.instant(submitted.submittedAt), submitted.submittedBy)}</Notice>}
      {error ? <UnitEnded error={error} onRetry={() => void refetch()} /> : !answer || !formNamed(form) ? <Skeleton rows={18} /> : null}
      {answer && !error && (
        <>
          {answer.isProtected && <Notice tone="plain">{words.protected}</Notice>}
          {search.compare !== undefined && <Comparison search={search} answer={answer} set={set} />}
          <FormPaper answer={answer} search={search} />
          <FormBeside answer={answer} search={search} />
          <Submissions answer={answer} set={set} shown={search.submission} />
        </>
      )}
    </Page>
  )
}

/** The finding, in a sentence with its numbers. */
function useTitle(answer: FormAnswer | undefined): string {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const definition = answer && formNamed(answer.form)
  if (!answer || !definition) return words.loading
  const { times } = answer.whole
  if (times === null) return answer.name[language]
  const inForm = (unit: 'people' | 'times') =>
    definition.whole.reduce((sum, { row, column }) => {
      const at = answer.columns.findIndex(({ key }) => key === column)
      return sum + (answer.rows.find(({ key }) => key === row)?.cells[at]?.[unit] ?? 0)
    }, 0)
  const name = `${definition.number ?? definition.shortName[language]} ${answer.days.from.slice(0, 4)}`
  return words.title(
    name,
    format.number(inForm('people')),
    format.number(inForm('times')),
    format.number(Math.max(0, times - inForm('times'))),
  )
}
