import './Field.css'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useController, type Control } from 'react-hook-form'
import type { Problem, Refusal } from '#web/client.ts'
import { Button } from '#web/kit/Button.tsx'
import { ErrorSummary, type ErrorLine } from '#web/kit/ErrorSummary.tsx'
import { FormScope, type FieldInForm } from '#web/kit/form-scope.ts'
import { messages } from '#web/kit/messages.ts'
import type { FormOf } from '#web/kit/use-form.ts'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { useUnsavedGuard } from '#web/kit/use-unsaved-guard.ts'
import { useWords } from '#web/words.ts'

/**
 * A form: fields bind by `name`, errors stand beside the field and in a summary that takes the focus, what the server
 * refused is said there too, and leaving with unsaved input asks first. `onSubmit` gets the values the schema made.
 */
export function Form<Values, Made>({
  form,
  onSubmit,
  submitLabel,
  onCancel,
  busy,
  problem,
  actions,
  children,
}: {
  form: FormOf<Values, Made>
  onSubmit: (values: Made) => unknown
  submitLabel?: string
  onCancel?: () => void
  busy?: boolean
  problem?: Problem | null
  /** More buttons, left of the submit button. */
  actions?: ReactNode
  children: ReactNode
}) {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const frame = useRef<HTMLFormElement>(null)
  const control = form.control as unknown as Control
  const scope = useMemo(() => ({ Field: (field: FieldInForm) => <BoundToForm {...field} control={control} /> }), [control])
  const { errors, isDirty, isSubmitting, isSubmitSuccessful, submitCount } = form.formState
  // What is being sent holds nobody back: the page it leads to is opened before the form is gone. What was refused is still unsaved.
  useUnsavedGuard(isDirty && !isSubmitting && (!isSubmitSuccessful || Boolean(problem)))
  const lines = [...fieldLines(errors as Record<string, { message?: string }>, frame.current), ...problemLines(problem, refusalText)]
  useRefocus(frame, lines.length > 0 ? `${submitCount} ${problem?.message ?? ''}` : '')
  return (
    <FormScope value={scope}>
      <form
        ref={frame}
        className="kc-form"
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.stopPropagation()
          void form.handleSubmit((values) => onSubmit(values))(event)
        }}
      >
        <ErrorSummary lines={lines} />
        <div className="kc-form-fields">{children}</div>
        <div className="kc-form-foot">
          {actions}
          {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
          <Button kind="primary" type="submit" busy={busy === true}>
            {submitLabel ?? words.save}
          </Button>
        </div>
      </form>
    </FormScope>
  )
}

function BoundToForm({ control, name, error, empty, children }: FieldInForm & { control: Control }) {
  const { field, fieldState } = useController({ control, name })
  return children({
    value: field.value ?? empty,
    onChange: field.onChange,
    onBlur: field.onBlur,
    error: error ?? fieldState.error?.message,
  })
}

function fieldLines(errors: Record<string, { message?: string }>, frame: HTMLFormElement | null): ErrorLine[] {
  return Object.entries(errors).map(([name, error]) => ({ name, text: `${labelOf(name, frame)}${error.message ?? ''}` }))
}

/** The field's own label, as it is read on the page. */
function labelOf(name: string, frame: HTMLFormElement | null): string {
  const label = frame?.querySelector(`label[for="field-${CSS.escape(name)}"]`)?.firstChild?.textContent
  return label ? `${label}: ` : ''
}

function problemLines(problem: Problem | null | undefined, refusalText: (refusal: Refusal) => string): ErrorLine[] {
  if (!problem) return []
  if (problem.refusals.length === 0) return [{ problem, text: '' }]
  return problem.refusals.map((refusal) => ({ text: refusalText(refusal) }))
}

/** After each refused submit the summary is read first. */
function useRefocus(frame: React.RefObject<HTMLFormElement | null>, attempt: string) {
  useEffect(() => {
    if (attempt) frame.current?.querySelector<HTMLElement>('[role="alert"]')?.focus()
  }, [attempt, frame])
}
