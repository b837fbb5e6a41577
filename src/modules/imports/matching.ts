import { canBeSameDate, fromIso, precisionOf, type PartialDate } from '#lib/partial-date.ts'
import { soundKey } from '#lib/vietnamese-names.ts'
import type { KnownPeople, KnownPerson } from './known.ts'
import type { AskWhy, Choice } from './planned.ts'
import { communeKey } from './unit-match.ts'

/** What a row says of who is meant. */
export type Sought = {
  search: string
  birth: PartialDate | null
  cccd: string | null
  oldId: string | null
  unitId: string | null
  commune: string | null
}

export type Meant =
  | { as: 'person'; person: KnownPerson; others: KnownPerson[] }
  | { as: 'ask'; why: AskWhy; likely: KnownPerson[]; weak: KnownPerson[] }
  | { as: 'new'; weak: KnownPerson[] }
  | { as: 'elsewhere' }

/**
 * Who a row of a list of people means. The same identity number is the same person; the same name and birth date is a
 * question when the native commune or the unit agrees too; the name and the year alone are listed and never taken.
 */
export function personMeant(sought: Sought, known: KnownPeople, choice?: Choice): Meant {
  const sure = chosenOrNumbered(sought, known, choice)
  if (sure) return sure
  const pool = namesakes(sought, known)
  const likely = pool.filter((person) => isAlike(sought, person))
  const weak = pool.filter((person) => !likely.includes(person))
  if (likely.length === 0 || choice?.choice === 'new') return { as: 'new', weak: pool }
  return { as: 'ask', why: 'alike', likely, weak }
}

/**
 * Who a row of a sending or class list means: the one of that name and birth in the unit. `asksByYear`: somebody of
 * another unit who agrees in name and year is asked about (officials move), else only listed (learners are many).
 */
export function servantMeant(sought: Sought, known: KnownPeople, asksByYear: boolean, choice?: Choice): Meant {
  const sure = chosenOrNumbered(sought, known, choice)
  if (sure) return sure
  const pool = namesakes(sought, known)
  if (choice?.choice === 'new') return { as: 'new', weak: pool }
  const here = pool.filter((person) => isOfUnit(person, sought.unitId))
  const [only] = here
  // A name that only sounds the same is asked about.
  if (only && here.length === 1 && only.search !== sought.search)
    return { as: 'ask', why: 'alike', likely: here, weak: pool.filter((person) => person !== only) }
  if (only && here.length === 1) return { as: 'person', person: only, others: pool.filter((person) => person !== only) }
  if (here.length > 1) return { as: 'ask', why: 'several', likely: here, weak: pool.filter((person) => !here.includes(person)) }
  const elsewhere = pool.filter((person) => asksByYear || hasSameDay(sought.birth, person))
  if (elsewhere.length === 0) return { as: 'new', weak: pool }
  return { as: 'ask', why: 'elsewhere', likely: elsewhere, weak: pool.filter((person) => !elsewhere.includes(person)) }
}

export function isOfUnit(person: KnownPerson, unitId: string | null): boolean {
  return unitId !== null && person.ties.some((tie) => tie.unitId === unitId)
}

function chosenOrNumbered(sought: Sought, known: KnownPeople, choice?: Choice): Meant | null {
  if (choice?.choice === 'person') {
    const person = known.byId.get(choice.personId)
    return person?.isInScope ? { as: 'person', person, others: [] } : { as: 'elsewhere' }
  }
  const person = numbered(sought, known)
  if (!person) return null
  if (!person.isInScope || choice?.choice === 'new') return { as: 'elsewhere' }
  // One of name and birth may be corrected; both at once is rather a number typed wrongly.
  const isOther = person.search !== sought.search && !canBeBornOn(sought.birth, person)
  return isOther ? { as: 'ask', why: 'id-but-other-person', likely: [person], weak: [] } : { as: 'person', person, others: [] }
}

function numbered(sought: Sought, known: KnownPeople): KnownPerson | undefined {
  return (sought.cccd ? known.byNumber.get(sought.cccd) : undefined) ?? (sought.oldId ? known.byNumber.get(sought.oldId) : undefined)
}

/** Those of the same folded name, i and y aside, whose birth can be the same. */
function namesakes(sought: Sought, known: KnownPeople): KnownPerson[] {
  return (known.bySearch.get(soundKey(sought.search)) ?? []).filter(
    (person) => person.isInScope && canBeBornOn(sought.birth, person) && !hasOtherNumber(sought, person),
  )
}

/** Two different numbers are two people, whatever else agrees. */
function hasOtherNumber(sought: Sought, person: KnownPerson): boolean {
  return sought.cccd !== null && person.identities.some(({ kind, number }) => kind === 'cccd' && number !== sought.cccd)
}

function isAlike(sought: Sought, person: KnownPerson): boolean {
  if (isOfUnit(person, sought.unitId)) return true
  return hasSameDay(sought.birth, person) && sought.commune !== null && sought.commune === communeKey(person.nativePlace)
}

function canBeBornOn(birth: PartialDate | null, person: KnownPerson): boolean {
  const known = person.birth ? fromIso(person.birth) : null
  return !birth || !known || canBeSameDate(birth, known)
}

function hasSameDay(birth: PartialDate | null, person: KnownPerson): boolean {
  const known = person.birth ? fromIso(person.birth) : null
  return birth !== null && known !== null && precisionOf(birth) === 'day' && precisionOf(known) === 'day' && canBeSameDate(birth, known)
}
