import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { giveFeedback, openFeedback } from '#modules/training/feedback.contract.ts'
import { questionKeys, type QuestionKey } from '#modules/training/feedback.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { formatDay } from '#web/format.ts'
import { Alone } from '#web/kit/Alone.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { ChoiceBar, PickList } from '#web/kit/ChoiceBar.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './feedback-messages.ts'

/** What a trainee thinks of the class, asked by an address and without a name. */
export function FeedbackPage() {
  const words = useWords(messages)
  const { code = '' } = useParams()
  const [isGiven, setGiven] = useState(false)
  const asked = useQuery(read(openFeedback, { code }))
  const { data } = asked
  return (
    <Alone
      title={data ? words.formTitle(data.title) : words.unknown}
      about={data?.state === 'open' && !isGiven ? words.formAbout(formatDay(data.until)) : undefined}
    >
      {isGiven ? (
        <Notice tone="success">{words.thanks}</Notice>
      ) : (
        <Loaded query={asked}>
          {({ state }) =>
            state === 'open' ? (
              <Questions code={code} onGiven={() => setGiven(true)} />
            ) : (
              <Notice tone="attention">{state === 'full' ? words.full : words.closed}</Notice>
            )
          }
        </Loaded>
      )}
    </Alone>
  )
}

const marks = ['1', '2', '3', '4', '5'] as const

function Questions({ code, onGiven }: { code: string; onGiven: () => void }) {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const [answers, setAnswers] = useState<Partial<Record<QuestionKey, number>>>({})
  const [comment, setComment] = useState('')
  const [missing, setMissing] = useState<QuestionKey[]>([])
  const giving = useCommand(giveFeedback, { refresh: [], onDone: onGiven })
  function send() {
    const { content, lecturer, material, organisation, use } = answers
    setMissing(questionKeys.filter((key) => answers[key] === undefined))
    if (!content || !lecturer || !material || !organisation || !use) return
    void giving.send({ code, answers: { content, lecturer, material, organisation, use }, comment: comment.trim() || null })
  }
  const { problem } = giving
  const refused = problem?.refusals.map((refusal) => ({ text: refusalText(refusal) })) ?? []
  return (
    <Stack>
      <ErrorSummary
        lines={[
          ...missing.map((key) => ({ text: words.missing(words.questions[key]) })),
          ...(problem && refused.length === 0 ? [{ problem, text: '' }] : refused),
        ]}
      />
      <Card flush>
        <PickList
          label={words.feedback}
          rows={questionKeys}
          rowKey={(key) => key}
          name={(key) => words.questions[key]}
          pick={(key) => (
            <ChoiceBar
              large
              label={words.questions[key]}
              choices={marks.map((mark) => ({ value: mark, label: mark }))}
              value={marks.find((mark) => Number(mark) === answers[key]) ?? null}
              onChange={(mark) => setAnswers({ ...answers, [key]: Number(mark) })}
            />
          )}
        />
      </Card>
      <TextField
        label={words.comment}
        hint={words.commentHint}
        lines={4}
        value={comment}
        onChange={(text) => setComment(text.slice(0, 1000))}
      />
      <div>
        <Button kind="primary" busy={giving.busy} onClick={send}>
          {words.send}
        </Button>
      </div>
    </Stack>
  )
}
