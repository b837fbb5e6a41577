import { fromIso, canBeSameDate } from '#lib/partial-date.ts'
import { fold, soundKey } from '#lib/vietnamese-names.ts'
import type { PastedRow } from './roster-paste.ts'

/** Somebody of the name or the number, as far as the caller may know of them. */
export type Candidate = {
  personId: string
  name: string
  search: string
  birth: string | null
  numbers: string[]
  unitId: string | null
  unitName: string | null
  title: string | null
  isSeen: boolean
  isIn: boolean
}
export type RosterState = 'found' | 'several' | 'new' | 'in' | 'twice' | 'elsewhere' | 'unreadable'
export type Meant = { state: RosterState; personId: string | null; candidates: Candidate[] }

/** Finds who each row means; a person is never taken by the name alone, nor entered twice. */
export function rosterMeant(rows: readonly (PastedRow & { unitId: string | null })[], known: readonly Candidate[]): Meant[] {
  const taken = new Set<string>()
  const byName = new Map<string, Candidate[]>()
  for (const one of known) byName.set(soundKey(one.search), [...(byName.get(soundKey(one.search)) ?? []), one])
  const byNumber = new Map(known.flatMap((one) => one.numbers.map((number) => [number, one] as const)))
  return rows.map((row) => {
    const meant = meantBy(row, byNumber.get(row.number ?? ''), byName.get(soundKey(fold(row.name))) ?? [])
    const key = meant.personId ?? (meant.state === 'new' ? `${fold(row.name)} ${row.birth ?? ''} ${row.number ?? ''}` : null)
    if (key === null) return meant
    if (taken.has(key)) return { ...meant, state: 'twice' }
    taken.add(key)
    return meant
  })
}

function meantBy(row: PastedRow & { unitId: string | null }, numbered: Candidate | undefined, namesakes: readonly Candidate[]): Meant {
  if (row.birthText !== null) return { state: 'unreadable', personId: null, candidates: [] }
  if (numbered && !numbered.isSeen) return { state: 'elsewhere', personId: null, candidates: [] }
  if (numbered) {
    // One of name and birth may be corrected; both at once is rather a number typed wrongly.
    const isOther = soundKey(numbered.search) !== soundKey(fold(row.name)) && !isBornThen(row, numbered)
    return isOther ? { state: 'several', personId: null, candidates: [numbered] } : of(numbered)
  }
  const alike = namesakes.filter((one) => one.isSeen && isBornThen(row, one) && !hasOtherNumber(row, one))
  const here = row.unitId === null ? [] : alike.filter(({ unitId }) => unitId === row.unitId)
  const [only, second] = here.length > 0 ? here : alike
  if (!only) return { state: 'new', personId: null, candidates: [] }
  const isSure = !second && (here.length > 0 || (row.birth !== null && row.birth.length === 10 && row.birth === only.birth))
  return isSure ? of(only) : { state: 'several', personId: null, candidates: here.length > 0 ? here : alike }
}

function of(person: Candidate): Meant {
  return { state: person.isIn ? 'in' : 'found', personId: person.personId, candidates: [person] }
}

function isBornThen({ birth }: PastedRow, person: Candidate): boolean {
  const [said, known] = [birth && fromIso(birth), person.birth && fromIso(person.birth)]
  return !said || !known || canBeSameDate(said, known)
}

/** Two different numbers of one kind are two people, whatever else agrees. */
function hasOtherNumber({ number }: PastedRow, { numbers }: Candidate): boolean {
  return number !== null && /^\d{12}$/.test(number) && numbers.some((one) => /^\d{12}$/.test(one) && one !== number)
}
