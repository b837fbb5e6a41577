import { languages } from '#lib/language.ts'
import { useLanguageChoice } from '#web/shell/language-choice.ts'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

const names = { vi: 'Tiếng Việt', en: 'English' }

/** Vietnamese or English, at once and in place. */
export function LanguageSwitch() {
  const words = useWords(messages)
  const { language, choose } = useLanguageChoice()
  return (
    <div className="kc-languages" role="group" aria-label={words.language}>
      {languages.map((one) => (
        <button key={one} type="button" lang={one} title={names[one]} aria-pressed={one === language} onClick={() => choose(one)}>
          {one.toUpperCase()}
          <span className="kc-hidden"> – {names[one]}</span>
        </button>
      ))}
    </div>
  )
}
