import type { StoredFact, StoredFile } from './stored-fact.ts'

/** A file without what says that somebody belongs to the Party or an association, for those who may not know it. */
export function withoutPolitics(file: StoredFile): StoredFile {
  return {
    ...file,
    memberships: file.memberships.filter((one) => !isPolitical(one)),
    identities: file.identities.filter(({ fact }) => fact['kind'] !== 'party_card'),
    sendings: file.sendings.map((one) => (isPlacedByPolitics(one, file) ? withoutTitle(one) : one)),
    enrolments: file.enrolments.map((one) => (isPlacedByPolitics(one, file) ? withoutPlace(one) : one)),
  }
}

function isPolitical({ fact }: StoredFact): boolean {
  return fact['kind'] !== 'deputy'
}

/** The paper or class took the unit and title of that day from the only tie there was. */
function isPlacedByPolitics({ from }: StoredFact, { memberships, assignments }: StoredFile): boolean {
  const holds = (one: StoredFact) => (one.from ?? '') <= (from ?? '') && (one.to === null || one.to > (from ?? ''))
  const others = [...assignments, ...memberships.filter((one) => !isPolitical(one))]
  return memberships.some((one) => isPolitical(one) && holds(one)) && !others.some(holds)
}

/** Where somebody was sent from belongs to the sending itself; as what is left out. */
function withoutTitle(one: StoredFact): StoredFact {
  return { ...one, fact: { ...one.fact, title_text: null } }
}

function withoutPlace(one: StoredFact): StoredFact {
  return { ...one, fact: { ...one.fact, unit_id: null, title_text: null } }
}
