import './Field.css'
import type { ReactNode } from 'react'

/** Several yes-or-no fields that answer one question; it takes a whole row of the form. */
export function FieldGroup({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="kc-field kc-field-group kc-wide">
      <legend className="kc-field-label">{label}</legend>
      {hint && <div className="kc-field-hint">{hint}</div>}
      <div className="kc-field-choices">{children}</div>
    </fieldset>
  )
}
