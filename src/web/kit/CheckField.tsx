import { Bound } from '#web/kit/Bound.tsx'
import { fieldId, type FieldProps } from '#web/kit/FieldFrame.tsx'
import { useId } from 'react'

/** A yes or no. */
export function CheckField(field: FieldProps<boolean>) {
  const own = useId()
  const id = field.name ? fieldId(field.name) : own
  return (
    <Bound field={field} empty={false}>
      {({ value, onChange, onBlur, error }) => (
        <div className={field.wide ? 'kc-field kc-wide' : 'kc-field'}>
          <label className="kc-check" htmlFor={id}>
            <input
              id={id}
              type="checkbox"
              checked={value}
              disabled={field.disabled}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              onBlur={onBlur}
              onChange={(event) => onChange(event.target.checked)}
            />
            <span>
              {field.label}
              {field.hint && <span className="kc-field-hint"> {field.hint}</span>}
            </span>
          </label>
          {error && (
            <span className="kc-field-error" id={`${id}-error`}>
              {error}
            </span>
          )}
        </div>
      )}
    </Bound>
  )
}
