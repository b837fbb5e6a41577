import { use, type ReactNode } from 'react'
import type { FieldProps } from '#web/kit/FieldFrame.tsx'
import { FormScope, type Binding } from '#web/kit/form-scope.ts'

/** Binds a field to the Form around it by name, or to its own value and onChange. */
export function Bound<Value>({
  field,
  empty,
  children,
}: {
  field: FieldProps<Value>
  empty: Value
  children: (binding: Binding<Value>) => ReactNode
}) {
  const form = use(FormScope)
  if (form && field.name && field.onChange === undefined) {
    // The form's schema says what the value is; the scope cannot know its type.
    return (
      <form.Field name={field.name} error={field.error} empty={empty}>
        {children as (binding: Binding<unknown>) => ReactNode}
      </form.Field>
    )
  }
  return children({ value: field.value ?? empty, onChange: field.onChange ?? (() => {}), error: field.error })
}
