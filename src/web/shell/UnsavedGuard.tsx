import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useBlocker } from 'react-router'
import { Button } from '#web/kit/Button.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { UnsavedWork } from '#web/kit/use-unsaved-guard.ts'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** Asks before a page with unsaved input is left, within the application or by closing the tab. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const words = useWords(messages)
  const [ids, setIds] = useState<readonly string[]>([])
  const register = useMemo(
    () => ({
      add: (id: string) => setIds((before) => [...before, id]),
      remove: (id: string) => setIds((before) => before.filter((one) => one !== id)),
    }),
    [],
  )
  const unsaved = ids.length > 0
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
  return (
    <UnsavedWork value={register}>
      {children}
      <Dialog opened={blocker.state === 'blocked'} title={words.unsavedTitle} onClose={() => blocker.reset?.()}>
        <div className="kc-form">
          <p>{words.unsavedAbout}</p>
          <div className="kc-form-foot">
            <Button kind="danger" onClick={() => blocker.proceed?.()}>
              {words.unsavedLeave}
            </Button>
            <Button kind="primary" onClick={() => blocker.reset?.()}>
              {words.unsavedStay}
            </Button>
          </div>
        </div>
      </Dialog>
    </UnsavedWork>
  )
}
