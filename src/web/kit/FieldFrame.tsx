import './Field.css'
import { useId, type ReactNode } from 'react'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** What every field has. Inside a Form, `name` alone binds it; outside, `value` and `onChange` do. */
export type FieldProps<Value> = {
  label: string
  name?: string
  value?: Value
  onChange?: (value: Value) => void
  hint?: ReactNode
  error?: string | undefined
  required?: boolean
  disabled?: boolean
  /** Label and control in one line, for a bar of filters. */
  inline?: boolean
  /** Takes a whole row of the form. */
  wide?: boolean
}

export type ControlProps = {
  id: string
  name: string | undefined
  required: boolean | undefined
  disabled: boolean | undefined
  'aria-invalid': boolean | undefined
  'aria-describedby': string | undefined
}

/** Puts label, hint and error round a control and ties them together for screen readers. */
export function FieldFrame<Value>({
  field,
  error,
  children,
}: {
  field: FieldProps<Value>
  error: string | undefined
  children: (control: ControlProps) => ReactNode
}) {
  const words = useWords(messages)
  const own = useId()
  const id = field.name ? fieldId(field.name) : own
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [field.hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <div className={field.inline ? 'kc-inline-field' : field.wide ? 'kc-field kc-wide' : 'kc-field'}>
      <label className="kc-field-label" htmlFor={id}>
        {field.label}
        {field.required && (
          <span aria-hidden="true" title={words.required}>
            {' '}
            *
          </span>
        )}
      </label>
      {field.hint && (
        <span className="kc-field-hint" id={hintId}>
          {field.hint}
        </span>
      )}
      {children({
        id,
        name: field.name,
        required: field.required,
        disabled: field.disabled,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {error && (
        <span className="kc-field-error" id={errorId}>
          {error}
        </span>
      )}
    </div>
  )
}

/** Where the error summary's line leads. */
export function fieldId(name: string): string {
  return `field-${name}`
}
