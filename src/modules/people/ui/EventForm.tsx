import { createContext, use, useState, type ReactNode } from 'react'
import type { DefaultValues } from 'react-hook-form'
import type { z } from 'zod'
import type { InputOf, ReplyOf } from '#lib/operation.ts'
import type { AnyOperation } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { Form } from '#web/kit/Form.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

const FormValues = createContext<Record<string, unknown>>({})

/** What a field of the form around holds now, for fields that follow from another. */
export function useEventValue(name: string): unknown {
  return use(FormValues)[name]
}

type Override = { code: string; reason: string }

type EventFormOf<Op extends AnyOperation, Shape extends z.ZodObject> = {
  operation: Op
  shape: Shape
  start: DefaultValues<z.input<Shape>>
  /** What the operation is sent, but for the warnings someone answers for. */
  inputOf: (values: z.output<Shape>) => Omit<InputOf<Op>, 'override'>
  submitLabel?: string
  /** What is said when it is done; else that it is recorded in the file. */
  saidOf?: (reply: ReplyOf<Op>) => string
  onDone: (reply: ReplyOf<Op>) => void
  /** After a refusal: to read again what the form was held against, while what was typed stays. */
  onRefused?: () => void
  onCancel: () => void
  children: ReactNode
}

/** A form that records a fact: a warning of the server asks for the reason to record it all the same. */
export function EventForm<Op extends AnyOperation, Shape extends z.ZodObject>(props: EventFormOf<Op, Shape>) {
  const words = useWords(messages)
  const say = useToast()
  const refusalText = useRefusalText()
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const form = useForm(props.shape, props.start)
  const recording = useCommand(props.operation, {
    onDone: (reply) => {
      say(props.saidOf?.(reply) ?? words.recorded)
      props.onDone(reply)
    },
  })
  const warnings = recording.problem?.refusals.filter(({ overridable }) => overridable === true) ?? []
  async function send(values: z.output<Shape>) {
    const override: Override[] = Object.entries(reasons)
      .filter(([, reason]) => reason.trim().length >= 3)
      .map(([code, reason]) => ({ code, reason }))
    // The parts together are the operation's input; its own type is not known here.
    const reply = await recording.send({ ...props.inputOf(values), override } as unknown as InputOf<Op>)
    if (reply === null) props.onRefused?.()
    return reply
  }
  return (
    <Form
      form={form}
      onSubmit={send}
      submitLabel={props.submitLabel ?? words.record}
      onCancel={props.onCancel}
      busy={recording.busy}
      problem={recording.problem}
    >
      <FormValues value={form.watch()}>{props.children}</FormValues>
      {warnings.map((warning) => (
        <TextField
          key={warning.code}
          wide
          label={`${words.overrideTitle}: ${refusalText(warning)}`}
          hint={words.overrideHint}
          lines={2}
          value={reasons[warning.code] ?? ''}
          onChange={(reason) => setReasons({ ...reasons, [warning.code]: reason })}
        />
      ))}
    </Form>
  )
}
