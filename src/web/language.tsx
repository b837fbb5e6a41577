import { createContext, use, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Language } from '#lib/language.ts'

type LanguageChoice = {
  language: Language
  setLanguage: (language: Language) => void
  /** Takes another's word, such as the account's, unless this browser has chosen. */
  suggest: (language: Language) => void
}

const Choice = createContext<LanguageChoice>({ language: 'vi', setLanguage: () => {}, suggest: () => {} })

/** Holds the language of the whole application; it is switched in place and remembered in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState<Language>(() => chosenHere() ?? 'vi')
  // A choice made by hand stands even where it cannot be remembered.
  const picked = useRef(false)
  const choice = useMemo(() => {
    document.documentElement.lang = language
    return {
      language,
      setLanguage: (next: Language) => {
        picked.current = true
        remember(next)
        setState(next)
      },
      suggest: (next: Language) => {
        if (!picked.current && chosenHere() === null) setState(next)
      },
    }
  }, [language])
  return <Choice value={choice}>{children}</Choice>
}

export function useLanguage(): LanguageChoice {
  return use(Choice)
}

/** The language of the screen now, for what is asked outside a component. */
export function languageOfScreen(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi'
}

const key = 'kecan.language'

function chosenHere(): Language | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'en' || kept === 'vi' ? kept : null
  } catch {
    return null // Storage is closed in some locked-down browsers; the choice then lasts for the visit.
  }
}

function remember(language: Language) {
  try {
    localStorage.setItem(key, language)
  } catch {
    // As above: nothing is lost but the memory of the choice.
  }
}
