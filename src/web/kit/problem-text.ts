import type { Problem } from '#web/client.ts'
import type { messages } from '#web/kit/messages.ts'

/** What failed and what to do about it, in words; codes stand only in the reference. */
export function problemText(problem: Pick<Problem, 'status' | 'code'>, words: typeof messages.vi): { title: string; advice: string } {
  switch (problem.status) {
    case 0:
      return { title: words.offlineTitle, advice: words.offlineAdvice }
    case 400:
      return { title: words.invalidTitle, advice: '' }
    case 401:
      return { title: words.expiredTitle, advice: words.expiredAdvice }
    case 403:
      return { title: words.forbiddenTitle, advice: words.forbiddenAdvice }
    case 404:
      return { title: words.notFoundTitle, advice: words.notFoundAdvice }
    case 409:
      return { title: words.refusedTitle, advice: '' }
    case 413:
      return { title: words.tooLargeTitle, advice: '' }
    case 429:
      return { title: words.tooManyTitle, advice: '' }
    case 502:
    case 503:
    case 504:
      return { title: outageText(problem.code, words), advice: words.awayAdvice }
    default:
      return { title: words.failureTitle, advice: words.failureSafe }
  }
}

function outageText(code: string, words: typeof messages.vi): string {
  if (code === 'busy') return words.busyTitle
  if (code === 'disk-full') return words.fullTitle
  return code === 'read-only' ? words.readOnlyTitle : words.awayTitle
}
