import './outage.css'
import { useOutage } from '#web/outage.ts'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** A line over whatever is shown while the server cannot answer; it goes away by itself. */
export function OutageNotice() {
  const words = useWords(messages)
  const outage = useOutage()
  return (
    <div role="status" className="kc-outage">
      {outage && <div className="kc-outage-line">{outage === 'busy' ? words.serverBusy : words.databaseAway}</div>}
    </div>
  )
}
