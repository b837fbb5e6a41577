import { useQuery } from '@tanstack/react-query'
import { readHead } from '#modules/audit/audit.contract.ts'
import { sealText } from '#modules/audit/seal.ts'
import { read } from '#web/client.ts'
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

// What is printed may be held against the log; a seal some minutes old is in it all the same.
const sealLastsMs = 5 * 60_000

/** At the foot of every sheet: authority, day, the seal of the log, who printed it and when. */
export function PrintFoot() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { account, authority } = useSession()
  const { day } = useDay()
  const { data } = useQuery({ ...read(readHead, {}), staleTime: sealLastsMs, refetchOnWindowFocus: false })
  return (
    <>
      <div className="kc-print-only kc-print-room" aria-hidden="true">
        <div />
      </div>
      <div className="kc-print-only kc-print-foot" aria-hidden="true">
        <span>
          Kế Cận · {authority?.[language]} <span className="kc-print-day">· {formatDay(day)}</span>
        </span>
        {data?.seal && <span>{sealText(data.seal, language)}</span>}
        <span>{words.printedBy(account?.displayName ?? '', formatInstant(new Date()))}</span>
      </div>
    </>
  )
}
