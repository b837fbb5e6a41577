import type { HTMLInputAutoCompleteAttribute } from 'react'
import { Bound } from '#web/kit/Bound.tsx'
import { FieldFrame, type FieldProps } from '#web/kit/FieldFrame.tsx'

export type TextFieldProps = FieldProps<string> & {
  type?: 'text' | 'password' | 'email' | 'search' | 'tel'
  /** More than one line of text. */
  lines?: number
  placeholder?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  autoFocus?: boolean
  /** Digits only: a phone shows its number keys. */
  digits?: boolean
}

/** A box for words. */
export function TextField({ type = 'text', lines, placeholder, autoComplete = 'off', autoFocus, digits, ...field }: TextFieldProps) {
  return (
    <Bound field={field} empty="">
      {({ value, onChange, onBlur, error }) => (
        <FieldFrame field={field} error={error}>
          {(control) => {
            const common = {
              ...control,
              className: 'kc-input',
              value,
              placeholder,
              autoComplete,
              autoFocus,
              'data-autofocus': autoFocus || undefined,
              onBlur,
            }
            if (lines) return <textarea {...common} rows={lines} onChange={(event) => onChange(event.target.value)} />
            const keys = digits ? ({ inputMode: 'numeric' } as const) : {}
            return <input {...common} {...keys} type={type} onChange={(event) => onChange(event.target.value)} />
          }}
        </FieldFrame>
      )}
    </Bound>
  )
}
