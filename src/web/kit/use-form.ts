import { useForm as useHookForm, type DefaultValues, type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { useFormat, type Format } from '#web/format.ts'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** A form whose values are checked by `schema`; for `<Form form={…}>`. */
export function useForm<Shape extends z.ZodObject>(schema: Shape, defaultValues: DefaultValues<z.input<Shape>>) {
  const words = useWords(messages)
  const format = useFormat()
  const resolver: Resolver<FieldValues> = (values) => {
    const result = schema.safeParse(withoutBlanks(values))
    if (result.success) return { values: result.data, errors: {} }
    return { values: {}, errors: errorsOf(result.error.issues, words, format) }
  }
  // The hook's three value types are all the schema's; its own inference does not see through the generic.
  return useHookForm({ resolver: resolver as never, defaultValues, shouldFocusError: false, mode: 'onSubmit' }) as unknown as FormOf<
    z.input<Shape>,
    z.output<Shape>
  >
}

export type FormOf<Values, Made> = ReturnType<typeof useHookForm<Values & FieldValues, unknown, Made>>

/** The first trouble of each field as a sentence. */
function errorsOf(issues: z.core.$ZodIssue[], words: typeof messages.vi, format: Format): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of issues) {
    const name = issue.path.join('.')
    errors[name] ??= { type: issue.code, message: sentenceOf(issue, words, format) }
  }
  return errors
}

function sentenceOf(issue: z.core.$ZodIssue, words: typeof messages.vi, format: Format): string {
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return words.fieldMissing
  if (issue.code === 'too_small' && issue.origin === 'string')
    return issue.minimum === 1 ? words.fieldMissing : words.fieldTooShort(Number(issue.minimum))
  if (issue.code === 'too_big' && issue.origin === 'string') return words.fieldTooLong(Number(issue.maximum))
  if (issue.code === 'too_small') return words.fieldTooSmall(format.number(Number(issue.minimum)))
  if (issue.code === 'too_big') return words.fieldTooBig(format.number(Number(issue.maximum)))
  if (issue.code === 'custom' && issue.message !== 'Invalid input') return issue.message
  return words.fieldInvalid
}

/** An empty box is an absent value: the schema then says whether that is allowed. */
function withoutBlanks(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))
}
