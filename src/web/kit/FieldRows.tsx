import './Field.css'
import type { ReactNode } from 'react'

/** A list of fields that grows row by row; it takes a whole row of the form. */
export function FieldRows({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="kc-field kc-field-group kc-wide">
      <legend className="kc-field-label">{label}</legend>
      {hint && <div className="kc-field-hint">{hint}</div>}
      <div className="kc-stack">{children}</div>
    </fieldset>
  )
}
