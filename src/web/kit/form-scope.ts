import { createContext } from 'react'
import type { Control } from 'react-hook-form'

/** The form that the fields inside it bind to by name. */
export type FormInScope = { control: Control }

export const FormScope = createContext<FormInScope | null>(null)
