import { use, type ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { FormScope, type FormInScope } from '#web/kit/form-scope.ts'
import type { FieldProps } from '#web/kit/FieldFrame.tsx'

export type Binding<Value> = {
  value: Value
  onChange: (value: Value) => void
  onBlur?: () => void
  error: string | undefined
}

/** Binds a field to the Form around it by name, or to its own value and onChange. */
export function Bound<Value>({ field, empty, children }: {
  field: FieldProps<Value>; empty: Value; children: (binding: Binding<Value>) => ReactNode
}) {
  const scope = use(FormScope)
  if (scope && field.name && field.onChange === undefined) {
    return <BoundToForm scope={scope} name={field.name} field={field} empty={empty}>{children}</BoundToForm>
  }
  return children({ value: field.value ?? empty, onChange: field.onChange ?? (() => {}), error: field.error })
}

function BoundToForm<Value>({ scope, name, field, empty, children }: {
  scope: FormInScope; name: string; field: FieldProps<Value>; empty: Value; children: (binding: Binding<Value>) => ReactNode
}) {
  const { field: bound, fieldState } = useController({ control: scope.control, name })
  return children({
    value: (bound.value as Value | undefined) ?? empty, // The form's schema says what the value is.
    onChange: bound.onChange,
    onBlur: bound.onBlur,
    error: field.error ?? fieldState.error?.message,
  })
}
