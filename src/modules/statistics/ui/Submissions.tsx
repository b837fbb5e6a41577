import { useQuery } from '@tanstack/react-query'
import type { FormAnswer } from '#modules/statistics/form.contract.ts'
import { listSubmissions } from '#modules/statistics/submission.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row } from '#web/kit/Card.tsx'
import { PeriodText } from '#web/kit/DayText.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import type { SetFormSearch } from './FormFilters.tsx'
import { messages } from './form-messages.ts'

/** When the unit handed this form in, each to be opened as it was and compared. */
export function Submissions({ answer, set, shown }: { answer: FormAnswer; set: SetFormSearch; shown: string | undefined }) {
  const words = useWords(messages)
  const format = useFormat()
  const submissions = useQuery(read(listSubmissions, { form: answer.form, unitId: answer.unit.unitId }))
  return (
    <Card flush title={words.submissions}>
      <Loaded query={submissions} rows={2}>
        {({ submissions: rows }) => (
          <Table
            caption={words.submissions}
            rows={rows}
            rowKey={({ submissionId }) => submissionId}
            chosen={shown}
            empty={words.noSubmission}
            stacks
            columns={[
              {
                key: 'at',
                header: words.last,
                names: true,
                cell: ({ submissionId, submittedAt, submittedBy }) => (
                  <Link to={`${paths.form(answer.form)}?submission=${submissionId}`}>
                    {words.byWhom(format.instant(submittedAt), submittedBy)}
                  </Link>
                ),
              },
              { key: 'period', header: words.year, cell: ({ from, to }) => <PeriodText from={from} to={to} /> },
              { key: 'note', header: words.note, quiet: true, cell: ({ note }) => note },
              {
                key: 'compare',
                header: '',
                cell: ({ submissionId, from, to }, at) => {
                  const before = rows.slice(at + 1).find((one) => one.from === from && one.to === to)
                  if (answer.isProtected) return null
                  return (
                    <Row>
                      <Button
                        kind="quiet"
                        onClick={() => set({ submission: undefined, compare: submissionId, year: Number(from.slice(0, 4)) })}
                      >
                        {words.compareNow}
                      </Button>
                      {before && (
                        <Button kind="quiet" onClick={() => set({ submission: submissionId, compare: before.submissionId })}>
                          {words.compareLast}
                        </Button>
                      )}
                    </Row>
                  )
                },
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
