import { createContext, type ReactNode } from 'react'

/** What a field shows and tells, whoever holds its value. */
export type Binding<Value> = {
  value: Value
  onChange: (value: Value) => void
  onBlur?: () => void
  error: string | undefined
}

export type FieldInForm = {
  name: string
  /** Set by the page itself; goes before the form's own. */
  error: string | undefined
  empty: unknown
  children: (binding: Binding<unknown>) => ReactNode
}

/**
 * How a field inside a Form binds to it by name. The form brings `Field` along, so that pages without
 * a form, and the shell, do not load the form library.
 */
export const FormScope = createContext<{ Field: (field: FieldInForm) => ReactNode } | null>(null)
