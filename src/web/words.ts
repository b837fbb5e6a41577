import { useLanguage } from '#web/language.tsx'

/** The sentences of `messages` in the language chosen; a sentence missing in one language does not compile. */
export function useWords<M>(messages: { vi: M; en: NoInfer<M> }): M {
  return messages[useLanguage().language]
}
