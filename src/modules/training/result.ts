import { levelsOf } from '#law/qualifications.ts'
import { warning, type Objection } from '#lib/override.ts'
import { openEndOf } from './sending.ts'

export const enrolmentStates = ['enrolled', 'completed', 'failed', 'deferred', 'withdrawn'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]
export const resultStates = ['completed', 'failed', 'deferred', 'withdrawn'] as const
export type ResultState = (typeof resultStates)[number]

/**
 * Which result may follow which state. 'corrected' takes the former result back with all that it wrote; whoever deferred goes
 * on in a later class, so that from there only giving up is left.
 */
const moves: Record<EnrolmentState, Partial<Record<ResultState, 'set' | 'corrected'>>> = {
  enrolled: { completed: 'set', failed: 'set', deferred: 'set', withdrawn: 'set' },
  deferred: { withdrawn: 'set', completed: 'corrected', failed: 'corrected' },
  completed: { completed: 'corrected', failed: 'corrected', deferred: 'corrected', withdrawn: 'corrected' },
  failed: { completed: 'corrected', failed: 'corrected', deferred: 'corrected', withdrawn: 'corrected' },
  withdrawn: { completed: 'corrected', failed: 'corrected', deferred: 'corrected', withdrawn: 'corrected' },
}

export function moveOf(from: EnrolmentState, to: ResultState): 'set' | 'corrected' | null {
  return moves[from][to] ?? null
}

/** A sending knows no deferral: its outcome stays open. */
export const outcomeOf: Record<ResultState, 'completed' | 'failed' | 'dropped' | null> = {
  completed: 'completed',
  failed: 'failed',
  deferred: null,
  withdrawn: 'dropped',
}

export type Trainee = {
  name: string
  state: EnrolmentState
  /** Sessions held, and those the trainee was at. */
  sessions: number
  present: number
  hasCertificate: boolean
}
export type Marked = { state: ResultState; trainee: Trainee }
export type AttendanceRule = {
  /** Share of the sessions. */
  leastPresent: number
  document: string
  verified: boolean
}
type Given = {
  kind: string
  openedOn: string
  on: string
  level: string | null
  language: string | null
  expiresOn: string | null
  isCorrection: boolean
  isTwice: boolean
}

/** Why these results may not be recorded together. */
export function resultsObjections(given: Given, marked: readonly Marked[], rule: AttendanceRule, today: string): Objection[] {
  const objections: Objection[] = []
  if (given.isTwice) objections.push({ code: 'learner-twice' })
  if (given.on < given.openedOn) objections.push({ code: 'result-before-class', on: given.on, openedOn: given.openedOn })
  if (given.on > today) objections.push({ code: 'outcome-in-future', on: given.on })
  if (given.expiresOn !== null && given.expiresOn <= given.on)
    objections.push({ code: 'end-before-start', from: given.on, to: given.expiresOn })
  if (marked.some(({ state }) => state === 'completed')) objections.push(...levelObjections(given))
  for (const state of resultStates) {
    const barred = marked.filter((one) => one.state === state && moveOf(one.trainee.state, state) === null)
    if (barred.length > 0) objections.push({ code: 'result-move', to: state, names: namesOf(barred) })
  }
  const known = marked.filter(({ state, trainee }) => moveOf(trainee.state, state) === 'corrected')
  if (known.length > 0 && !given.isCorrection) objections.push({ code: 'result-known', names: namesOf(known) })
  const certified = known.filter(({ trainee }) => trainee.hasCertificate)
  if (certified.length > 0) objections.push(warning('certificate-falls', { names: namesOf(certified) }))
  const absent = marked.filter(({ state, trainee }) => state === 'completed' && isBelow(trainee, rule.leastPresent))
  if (absent.length > 0)
    objections.push(
      warning('attendance-low', {
        names: namesOf(absent),
        share: Math.round(rule.leastPresent * 100),
        document: rule.document,
        verified: rule.verified,
      }),
    )
  return objections
}

/** Where the course does not say what it ends in, the paper must; a course in skills may end in no level at all. */
function levelObjections({ kind, level, language }: Given): Objection[] {
  const end = openEndOf(kind)
  if (end === null) return []
  if (level === null) return end === 'degree' ? [{ code: 'level-missing', kind }] : []
  if (!Object.hasOwn(levelsOf[end], level)) return [{ code: 'level-unknown', kind: end, level }]
  return end !== 'degree' && end !== 'it' && !language ? [{ code: 'language-missing' }] : []
}

export function isBelow({ sessions, present }: Pick<Trainee, 'sessions' | 'present'>, least: number): boolean {
  return sessions > 0 && present / sessions < least
}

function namesOf(marked: readonly Marked[]): string[] {
  return marked.map(({ trainee }) => trainee.name)
}
