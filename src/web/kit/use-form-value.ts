import { use } from 'react'
import { useWatch } from 'react-hook-form'
import { FormScope } from '#web/kit/form-scope.ts'

/** What a field of the Form around holds now, for fields that follow from another. */
export function useFormValue(name: string): unknown {
  const scope = use(FormScope)
  if (!scope) throw new Error('useFormValue stands outside a Form')
  return useWatch({ control: scope.control, name })
}
