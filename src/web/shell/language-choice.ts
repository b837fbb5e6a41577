import type { Language } from '#lib/language.ts'
import { setLanguage as keepLanguage } from '#modules/access/session.contract.ts'
import { call } from '#web/client.ts'
import { useLanguage } from '#web/language.tsx'
import { useSession } from '#web/session.tsx'

/** Switches the language here and remembers it for the account, so that other machines know it. */
export function useLanguageChoice() {
  const { language, setLanguage } = useLanguage()
  const { account } = useSession()
  function choose(next: Language) {
    setLanguage(next)
    // The screen has changed already; an unreachable server only means that other machines will not know.
    if (account) call(keepLanguage, { language: next }).catch(() => {})
  }
  return { language, choose }
}
