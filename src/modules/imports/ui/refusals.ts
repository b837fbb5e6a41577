import { failureCodes, failureText } from '#modules/imports/failure-text.ts'
import type { RefusalSentence } from '#web/kit/refusal-text.ts'

/** The same sentences as the command line's; a run's failure and a refused act are told alike. */
export const refusals: Record<string, RefusalSentence> = Object.fromEntries(
  failureCodes.map(
    (code) => [code, (refusal) => ({ vi: failureText(refusal, 'vi'), en: failureText(refusal, 'en') })] satisfies [string, RefusalSentence],
  ),
)
