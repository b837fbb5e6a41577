import { createContext, use } from 'react'
import type { Bilingual } from '#lib/language.ts'
import type { Refusal } from '#web/client.ts'
import { messages } from '#web/kit/messages.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'

/** The sentence of a refusal, in both languages, made of the values it carries. */
export type RefusalSentence = (refusal: Refusal) => Bilingual

/** Every module's sentences by refusal code; the shell collects them from `modules/…/ui/refusals.ts`. */
export const RefusalSentences = createContext<Record<string, RefusalSentence>>({})

/** Turns a refusal of the server into the reader's words. */
export function useRefusalText(): (refusal: Refusal) => string {
  const sentences = use(RefusalSentences)
  const { language } = useLanguage()
  const words = useWords(messages)
  return (refusal) => sentences[refusal.code]?.(refusal)[language] ?? words.refusal(refusal.code)
}
