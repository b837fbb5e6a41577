import { createContext, use, useEffect, useId } from 'react'

export type UnsavedRegister = { add: (id: string) => void; remove: (id: string) => void }

/** The shell listens here and asks before a page with unsaved input is left. */
export const UnsavedWork = createContext<UnsavedRegister>({ add: () => {}, remove: () => {} })

/** While `unsaved` holds, leaving the page asks first. */
export function useUnsavedGuard(unsaved: boolean) {
  const id = useId()
  const register = use(UnsavedWork)
  useEffect(() => {
    if (!unsaved) return
    register.add(id)
    return () => register.remove(id)
  }, [id, register, unsaved])
}
