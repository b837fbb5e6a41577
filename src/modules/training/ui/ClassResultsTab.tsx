import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readResults } from '#modules/training/result.contract.ts'
import { enrolmentStates } from '#modules/training/result.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { useUnsavedGuard } from '#web/kit/use-unsaved-guard.ts'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useWords } from '#web/words.ts'
import { messages, stateNames } from './result-messages.ts'
import { ResultsTable } from './ResultsTable.tsx'
import { useResultDraft } from './use-result-draft.ts'

const RecordResults = lazyPart(() => import('./RecordResults.tsx').then((module) => module.RecordResults))
const PasteMarks = lazyPart(() => import('./PasteMarks.tsx').then((module) => module.PasteMarks))
const IssueCertificates = lazyPart(() => import('./IssueCertificates.tsx').then((module) => module.IssueCertificates))
const PrintCertificates = lazyPart(() => import('./PrintCertificates.tsx').then((module) => module.PrintCertificates))

const none: never[] = []

/** What became of the trainees of the class, entered together, and their certificates. */
export function ClassResultsTab({ classId }: { classId: string }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const [doing, setDoing] = useState<'record' | 'paste' | 'issue' | 'print' | null>(null)
  const results = useQuery(read(readResults, { classId }))
  const rows = results.data?.rows ?? none
  const draft = useResultDraft(rows)
  const { changes } = draft
  useUnsavedGuard(changes.length > 0)
  const close = () => setDoing(null)
  const toIssue = rows.filter(({ state, certificate }) => state === 'completed' && !certificate).length
  const issued = rows.filter(({ certificate }) => certificate).length
  return (
    <Loaded query={results} rows={10}>
      {({ states, attendance, openEnd, may }) => (
        <Card
          flush
          title={rows.length === 0 ? words.none : words.title(format.number(states['completed'] ?? 0), format.number(rows.length))}
          about={enrolmentStates
            .filter((state) => (states[state] ?? 0) > 0)
            .map((state) => words.counts(stateNames[state][language], format.number(states[state] ?? 0)))
            .join(' · ')}
          actions={
            <>
              <Button icon="print" why={issued === 0 ? words.noCertificates : null} onClick={() => setDoing('print')}>
                {words.print}
              </Button>
              {may.write && (
                <>
                  <Button why={toIssue === 0 ? words.nobodyToIssue : null} onClick={() => setDoing('issue')}>
                    {words.issue(format.number(toIssue))}
                  </Button>
                  <Button onClick={() => setDoing('paste')}>{words.paste}</Button>
                  <Button
                    onClick={() =>
                      draft.set(
                        rows.filter((row) => draft.draftOf(row).state === null).map((row) => ({ row, edit: { state: 'completed' } })),
                      )
                    }
                  >
                    {words.allPassed}
                  </Button>
                  <Button kind="primary" why={changes.length === 0 ? words.nothingChanged : null} onClick={() => setDoing('record')}>
                    {words.save(format.number(changes.length))}
                  </Button>
                </>
              )}
            </>
          }
          footer={
            may.write &&
            rows.length > 0 && (
              <>
                {words.keys}{' '}
                {changes.length > 0 && (
                  <Button kind="quiet" onClick={draft.clear}>
                    {words.undo}
                  </Button>
                )}
              </>
            )
          }
        >
          <ResultsTable rows={rows} draft={draft} leastPresent={attendance.leastPresent} mayWrite={may.write} />
          {doing === 'record' && (
            <RecordResults
              classId={classId}
              changes={changes}
              openEnd={openEnd}
              onClose={close}
              onDone={() => {
                draft.clear()
                close()
              }}
            />
          )}
          {doing === 'paste' && <PasteMarks rows={rows} draft={draft} onClose={close} />}
          {doing === 'issue' && <IssueCertificates classId={classId} count={toIssue} onClose={close} />}
          {doing === 'print' && <PrintCertificates classId={classId} onClose={close} />}
        </Card>
      )}
    </Loaded>
  )
}
