import { fold } from '#lib/vietnamese-names.ts'
import type { ResultState } from './result.ts'

export type PastedLine = {
  line: number
  text: string
  personId: string | null
  grade: string
  state: ResultState
  trouble: 'unknown' | 'ambiguous' | 'twice' | null
}
type Learner = { personId: string; name: string; birth: string | null }

const heading = /^(stt|tt|ho va ten|ho ten|hoc vien|full name|name|no)$/
const stateWords: readonly [RegExp, ResultState][] = [
  [/^(khong dat|truot|hong|failed|fail)\b/, 'failed'],
  [/^(bao luu|hoan|deferred)\b/, 'deferred'],
  [/^(thoi hoc|bo hoc|nghi hoc|withdrawn)\b/, 'withdrawn'],
]

/**
 * A list of marks as it comes out of Excel: names, perhaps the day or year of birth, and the mark in the last column. Each line
 * finds its trainee or says why not; who is not in the class is never guessed.
 */
export function readMarks(text: string, learners: readonly Learner[]): PastedLine[] {
  const taken = new Set<string>()
  return text.split(/\r?\n/).flatMap((written, index) => {
    const cells = written
      .split(/\t|;/)
      .map((cell) => cell.trim())
      .filter(Boolean)
    if (cells.length === 0 || cells.some((cell) => heading.test(fold(cell)))) return []
    const rest = cells.filter((cell) => learnersNamed(learners, cell).length === 0)
    const named = cells.flatMap((cell) => learnersNamed(learners, cell))
    const births = rest.filter(isBirth)
    const found = named.length > 1 && births.length > 0 ? named.filter(({ birth }) => births.some((cell) => isBornOn(birth, cell))) : named
    const personId = found.length === 1 ? (found[0]?.personId ?? null) : null
    const trouble = personId
      ? taken.has(personId)
        ? ('twice' as const)
        : null
      : named.length > 1
        ? ('ambiguous' as const)
        : ('unknown' as const)
    if (personId) taken.add(personId)
    const mark = rest.findLast((cell) => !isBirth(cell)) ?? ''
    const grade = cells.length > 1 && named.length > 0 ? mark : ''
    return [{ line: index + 1, text: cells.join(' · '), personId, grade, state: stateOf(grade), trouble }]
  })
}

/** What a mark says of passing: words, or under five of ten. */
export function stateOf(grade: string): ResultState {
  const said = stateWords.find(([words]) => words.test(fold(grade)))
  if (said) return said[1]
  const points = /^\d{1,2}([.,]\d+)?$/.test(grade) ? Number(grade.replace(',', '.')) : null
  return points !== null && points < 5 ? 'failed' : 'completed'
}

function learnersNamed(learners: readonly Learner[], cell: string): Learner[] {
  const key = fold(cell)
  return learners.filter(({ name }) => fold(name) === key)
}

function isBirth(cell: string): boolean {
  return /^(\d{1,2}[/.-]\d{1,2}[/.-])?(19|20)\d\d$/.test(cell)
}

function isBornOn(birth: string | null, cell: string): boolean {
  const [year = '', month = '', day = ''] = cell
    .split(/[/.-]/)
    .map((part) => part.padStart(2, '0'))
    .toReversed()
  const written = [year, month, day].filter(Boolean).join('-')
  return birth !== null && (birth === written || birth.startsWith(`${written}-`) || written.startsWith(`${birth}-`))
}
