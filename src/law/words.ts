import { fold } from '#lib/vietnamese-names.ts'

/** Words only: folded, every other sign a single space; what the lists of the law are recognised by. */
export function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The first entry whose pattern is found among the words. */
export function firstFound<T>(text: string, patterns: readonly (readonly [RegExp, T])[]): T | null {
  const words = wordsOf(text)
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** Whether the text says the course is not finished: 'đang học', 'đ/h', 'đang hoàn thiện'. */
export function saysStudying(text: string): boolean {
  return (
    /\b(dang (theo )?(hoc|hoan thien|dao tao|boi duong)|chua (tot nghiep|bao ve)|nghien cuu sinh|ncs)\b/.test(wordsOf(text)) ||
    /(?<!\p{L})đ[/.]\s?h(?!\p{L})|\(\s*đh\s*\)/u.test(text)
  )
}

/** Whether the text says the course was given up. */
export function saysAbandoned(text: string): boolean {
  return /\b(bo hoc|bo do|thoi hoc)\b/.test(wordsOf(text))
}
