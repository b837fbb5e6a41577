import { useDay } from '#web/day.ts'
import { formatDay, formatInstant } from '#web/format.ts'
import { useLanguage } from '#web/language.tsx'
import { useSession } from '#web/session.tsx'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** On paper: whose page this is and of which day its data are. */
export function PrintHead() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { authority } = useSession()
  const { day } = useDay()
  return (
    <div className="kc-print-only kc-print-head">
      <span>{authority?.[language]}</span>
      <span className="kc-print-day">{words.dataOn(formatDay(day))}</span>
    </div>
  )
}

/** At the foot of every sheet: authority, day, who printed it and when. */
export function PrintFoot() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { account, authority } = useSession()
  const { day } = useDay()
  return (
    <div className="kc-print-only kc-print-foot" aria-hidden="true">
      <span>
        Kế Cận · {authority?.[language]} <span className="kc-print-day">· {formatDay(day)}</span>
      </span>
      <span>{words.printedBy(account?.displayName ?? '', formatInstant(new Date()))}</span>
    </div>
  )
}
