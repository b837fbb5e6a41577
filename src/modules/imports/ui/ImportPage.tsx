import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { z } from 'zod'
import { failureText } from '#modules/imports/failure-text.ts'
import { workingStatuses } from '#modules/imports/run.ts'
import { readRun, type Run } from '#modules/imports/run.contract.ts'
import { read } from '#web/client.ts'
import { useFormat, type Format } from '#web/format.ts'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Tabs } from '#web/kit/Tabs.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import { messages } from './messages.ts'
import { PreviewStep } from './PreviewStep.tsx'
import { RowBeside } from './RowBeside.tsx'
import { RunActions } from './RunActions.tsx'
import { RunBadge } from './RunBadge.tsx'
import { useChosenRow } from './use-chosen-row.ts'
import { Working } from './Working.tsx'

export type WholeRun = z.output<typeof readRun.reply>

const askedEvery = 700

/** One import from its file to its facts; the steps are tabs, so that an earlier one can be gone back to. */
export function ImportPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { runId = '' } = useParams()
  const { chosen } = useChosenRow()
  const query = useQuery({
    ...read(readRun, { runId }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.run) ? askedEvery : false),
  })
  const run = query.data?.run
  const isShown = run !== undefined && run.counts !== null && !isWorking(run) && run.status !== 'failed'
  return (
    <Page
      crumbs={[{ label: words.imports, to: paths.imports() }]}
      title={run ? titleOf(run, words, format) : words.imports}
      about={
        run && (
          <>
            {run.fileName} · {words.kinds[run.kind]} · {[run.actor, format.instant(run.createdAt)].join(' · ')} <RunBadge run={run} />
          </>
        )
      }
      actions={query.data && <RunActions whole={query.data} />}
      {...(isShown && chosen !== undefined ? { beside: <RowBeside run={run} number={chosen} /> } : {})}
    >
      <Loaded query={query}>{(whole) => <Body whole={whole} isShown={isShown} />}</Loaded>
    </Page>
  )
}

function Body({ whole, isShown }: { whole: WholeRun; isShown: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { run } = whole
  if (isWorking(run)) return <Working progress={whole.progress} />
  const steps = [
    ...(isShown
      ? [
          {
            key: 'preview',
            label: words.preview,
            ...(run.counts ? { count: run.counts.rows } : {}),
            content: () => <PreviewStep run={run} warnings={whole.warnings} />,
          },
        ]
      : []),
    ...(whole.sheets.length > 0 ? [{ key: 'columns', label: words.columns, content: () => <ColumnsStep whole={whole} /> }] : []),
    { key: 'file', label: words.settings, content: () => <FileStep run={run} /> },
  ]
  return (
    <>
      {run.failure && <Notice tone={run.status === 'failed' ? 'error' : 'attention'}>{failureText(run.failure, language)}</Notice>}
      {run.undoneWhy && run.status === 'undone' && <Notice tone="plain">{words.undoneWhy(run.undoneWhy)}</Notice>}
      <Tabs label={words.steps} tabs={steps} parameter="step" />
    </>
  )
}

export function isWorking({ status }: Pick<Run, 'status'>): boolean {
  return workingStatuses.includes(status)
}

function titleOf({ status, counts }: Run, words: typeof messages.vi, format: Format): string {
  const { finding } = words
  const written = (counts?.new ?? 0) + (counts?.changed ?? 0)
  if (status === 'applied') return finding.applied(format.number(written))
  if (status !== 'ready') return finding[status]
  const inDoubt = (counts?.refused ?? 0) + (counts?.duplicate ?? 0)
  if (inDoubt > 0) return finding.inDoubt(format.number(inDoubt))
  return written > 0 ? finding.ready(format.number(written)) : finding.nothing
}
