import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listRows, rowStates, type PreviewRow } from '#modules/imports/row.contract.ts'
import { readErrors, type Run } from '#modules/imports/run.contract.ts'
import { addressOf, call, read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row, Stack } from '#web/kit/Card.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { DecideAll } from './DecideAll.tsx'
import { messages } from './messages.ts'
import { noteWords } from './note-words.ts'
import { RowsTable } from './RowsTable.tsx'
import { useChosenRow } from './use-chosen-row.ts'

const pageSize = 100

/** The rows as they would be applied, a page at a time: however long the list, the browser holds a hundred rows. */
export function PreviewStep({ run, warnings }: { run: Run; warnings: readonly { code: string }[] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { state, after, set } = useChosenRow()
  const goToNext = useNextInDoubt(run.id)
  const rows = useQuery({
    ...read(listRows, { runId: run.id, after, limit: pageSize, ...(state ? { state } : {}) }),
    placeholderData: keepPreviousData,
  })
  const { counts } = run
  const inDoubt = (counts?.refused ?? 0) + (counts?.duplicate ?? 0)
  return (
    <Stack>
      {[...new Set(warnings.map(({ code }) => code))].map((code) => (
        <Notice key={code}>{noteWords(code)[language]}</Notice>
      ))}
      <Row>
        <StateChips run={run} />
        {inDoubt > 0 && run.status === 'ready' && (
          <Button icon="right" onClick={() => void goToNext()}>
            {words.nextError}
          </Button>
        )}
        {(counts?.refused ?? 0) > 0 && (
          <DownloadLink kind="button" href={addressOf(readErrors, { runId: run.id, language })}>
            {words.errors}
          </DownloadLink>
        )}
        {run.status === 'ready' && <DecideAll run={run} />}
      </Row>
      <Card
        flush
        footer={
          <>
            {after > 0 && (
              <Button kind="quiet" onClick={() => set({ after: undefined })}>
                {words.firstPage}
              </Button>
            )}
            {rows.data?.next != null && (
              <Button kind="quiet" onClick={() => set({ after: rows.data?.next ?? 0 }, { push: true })}>
                {words.nextPage}
              </Button>
            )}
          </>
        }
      >
        <Loaded query={rows}>{({ rows: shown }) => <RowsTable rows={shown as PreviewRow[]} />}</Loaded>
      </Card>
    </Stack>
  )
}

function StateChips({ run }: { run: Run }) {
  const words = useWords(messages)
  const format = useFormat()
  const { state, set } = useChosenRow()
  const { counts } = run
  if (!counts) return null
  const chips = [
    { key: undefined, label: words.all, count: counts.rows },
    ...rowStates.map((key) => ({ key, label: words.rowStates[key], count: counts[key] })).filter(({ count }) => count > 0),
  ]
  return (
    <div role="group" aria-label={words.byState} style={{ display: 'contents' }}>
      {chips.map(({ key, label, count }) => (
        <Button
          key={label}
          kind={key === state ? 'primary' : 'plain'}
          aria-pressed={key === state}
          onClick={() => set({ state: key, after: undefined, row: undefined })}
        >
          {label} {format.number(count)}
        </Button>
      ))}
    </div>
  )
}

/** N goes to the next row that is refused or undecided, beginning again at the end. */
function useNextInDoubt(runId: string): () => Promise<void> {
  const words = useWords(messages)
  const say = useToast()
  const queries = useQueryClient()
  const { chosen, set } = useChosenRow()
  const next = async () => {
    const from = async (after: number) => {
      const found = await Promise.all(
        (['refused', 'duplicate'] as const).map((state) =>
          queries.fetchQuery({
            queryKey: [listRows.id, 'next', runId, state, after],
            queryFn: () => call(listRows, { runId, state, after, limit: 1 }),
            staleTime: 0,
          }),
        ),
      )
      return found.flatMap(({ rows }) => rows).toSorted((a, b) => a.number - b.number)[0]
    }
    const row = (await from(chosen ?? 0)) ?? (await from(0))
    if (row) set({ row: row.number, state: undefined, after: Math.max(0, row.number - 5) })
    else say(words.noMoreErrors)
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key.toLowerCase() !== 'n' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      void next()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  return next
}
