import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** A line over every page while the machine has no network. */
export function OfflineNotice() {
  const words = useWords(messages)
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )
  return <div role="status">{!online && <div className="kc-bar-notice">{words.offline}</div>}</div>
}
