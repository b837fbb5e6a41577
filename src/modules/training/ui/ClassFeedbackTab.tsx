import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '#lib/days.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { askFeedback, readFeedback } from '#modules/training/feedback.contract.ts'
import { leastAnswers } from '#modules/training/feedback.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { paths } from '#web/paths.ts'
import { useToday } from '#web/today.ts'
import { useWords } from '#web/words.ts'
import { messages } from './feedback-messages.ts'

type Read = ReplyOf<typeof readFeedback>

/** What the trainees thought, without names. */
export function ClassFeedbackTab({ classId, closedOn }: { classId: string; closedOn: string | null }) {
  const words = useWords(messages)
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const query = useQuery(read(readFeedback, { classId }))
  return (
    <Loaded query={query}>
      {(data) => {
        const ask = data.may.write && (
          <Button kind={data.code ? 'plain' : 'primary'} onClick={() => setAsking(true)}>
            {data.code ? words.extend : words.ask}
          </Button>
        )
        return (
          <Stack>
            {data.code === null ? (
              <Card>
                <Empty title={words.notAsked} action={ask}>
                  {words.notAskedAbout}
                </Empty>
              </Card>
            ) : (
              <Card title={words.title(format.number(data.answers), format.number(data.learners))} actions={ask}>
                <Stack>
                  <p>
                    {words.address}: <Link to={paths.feedback(data.code)}>{`${window.location.origin}${paths.feedback(data.code)}`}</Link>
                  </p>
                  <p className="kc-muted">{data.until && words.openUntil(formatDay(data.until))}</p>
                  {!data.results && <Notice tone="plain">{words.tooFew(format.number(leastAnswers))}</Notice>}
                </Stack>
              </Card>
            )}
            {data.results && <Results results={data.results} />}
            {asking && <AskFeedback classId={classId} until={data.until} closedOn={closedOn} onClose={() => setAsking(false)} />}
          </Stack>
        )
      }}
    </Loaded>
  )
}

function Results({ results }: { results: NonNullable<Read['results']> }) {
  const words = useWords(messages)
  const format = useFormat()
  return (
    <>
      <Card flush>
        <Table
          stacks
          caption={words.feedback}
          rows={results.questions}
          rowKey={({ key }) => key}
          columns={[
            { key: 'question', header: words.question, names: true, cell: ({ key }) => words.questions[key] },
            { key: 'mean', header: words.mean, align: 'right', cell: ({ mean }) => format.number(mean) },
            ...[1, 2, 3, 4, 5].map((mark) => ({
              key: String(mark),
              header: String(mark),
              align: 'right' as const,
              cell: ({ counts }: { counts: number[] }) => format.number(counts[mark - 1] ?? 0),
            })),
          ]}
        />
      </Card>
      {results.comments.length > 0 && (
        <Card title={words.comments(format.number(results.comments.length))}>
          <Stack>
            {results.comments.map((comment) => (
              <p key={comment}>{comment}</p>
            ))}
          </Stack>
        </Card>
      )}
    </>
  )
}

const askShape = askFeedback.input.pick({ until: true })

function AskFeedback({
  classId,
  until,
  closedOn,
  onClose,
}: {
  classId: string
  until: string | null
  closedOn: string | null
  onClose: () => void
}) {
  const words = useWords(messages)
  const today = useToday()
  // Two weeks after the class, or from today when it has been over for long.
  const usual = addDays(closedOn && closedOn > today ? closedOn : today, 14)
  const form = useForm(askShape, { until: until && until >= today ? until : usual })
  const asking = useCommand(askFeedback, { onDone: onClose })
  return (
    <Dialog opened title={until ? words.extend : words.ask} onClose={onClose}>
      <Form
        form={form}
        onSubmit={(values) => asking.send({ ...values, classId })}
        busy={asking.busy}
        problem={asking.problem}
        submitLabel={until ? words.extend : words.ask}
        onCancel={onClose}
      >
        <DateField name="until" label={words.until} precision="day" required wide />
      </Form>
    </Dialog>
  )
}
