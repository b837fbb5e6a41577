import type { NewIdentity } from '#modules/people/identity.sql.ts'
import type { Candidate } from './candidate.ts'
import type { KnownPerson } from './known.ts'
import { isOfUnit, personMeant } from './matching.ts'
import {
  birthToCome,
  choiceOf,
  emptyPlan,
  optionsOf,
  personKey,
  refusal,
  refusedPlan,
  soughtBy,
  unitOfRow,
  type PlanGiven,
  type RowPlanner,
} from './plan-given.ts'
import type { FieldChange, Planned, Writes } from './planned.ts'
import { newPost, postDifference, postOf, type SaidPost } from './post-row.ts'
import { mergedProfile, profileChanges, profileOf } from './profile-row.ts'
import { newQualification, qualificationDifference, qualificationsOf } from './qualification-row.ts'

type Origin = { runId: string; runRow: number }
type Row = { candidate: Candidate; day: string; post: SaidPost; origin: Origin }
type Difference = { changes: FieldChange[]; writes: Writes }

/** Plans the rows of a list of people, asked for each in the file's order. */
export function peoplePlanner(): RowPlanner {
  const seen = new Map<string, number>()
  return (candidate, given) => planPerson(candidate, given, seen)
}

function planPerson(candidate: Candidate, given: PlanGiven, seen: Map<string, number>): Planned {
  const unborn = birthToCome(candidate, given.today)
  if (unborn.length > 0) return refusedPlan(candidate, unborn)
  const day = given.dayOf(candidate)
  const found = unitOfRow(candidate, day, given)
  if ('why' in found) return refusedPlan(candidate, [refusal(candidate, 'unit', found.why)])
  const sought = soughtBy(candidate, found.unit.unitId)
  const row: Row = {
    candidate,
    day,
    post: postOf(candidate.fields, found.unit, given.titleCodes, day),
    origin: { runId: given.runId, runRow: candidate.row },
  }
  const choice = choiceOf(given, candidate)

  const key = personKey(sought)
  const twinRow = seen.get(key)
  if (twinRow === undefined) seen.set(key, candidate.row)
  else if (sought.cccd) return refusedPlan(candidate, [refusal(candidate, 'personalId', { code: 'id-twice-in-file', otherRow: twinRow })])
  else if (!choice) return { ...emptyPlan(candidate), state: 'duplicate', askWhy: 'twice-in-file', twinRow }

  const meant = personMeant(sought, given.people, choice)
  if (meant.as === 'elsewhere') return refusedPlan(candidate, [refusal(candidate, 'personalId', { code: 'id-elsewhere' })])
  const options = optionsOf(meant, (person) => ofKnown(row, person, given, []))
  if (meant.as === 'person') return ofKnown(row, meant.person, given, options)
  if (meant.as === 'ask') {
    const [only] = meant.likely
    // Somebody of this unit who is in every word the same: taking the row for that person writes nothing.
    const isNothingNew =
      only && meant.likely.length === 1 && isOfUnit(only, found.unit.unitId) && difference(row, only, given).changes.length === 0
    if (isNothingNew) return { ...emptyPlan(candidate), state: 'same', personId: only.personId }
    return { ...emptyPlan(candidate), state: 'duplicate', askWhy: meant.why, options }
  }
  return { ...emptyPlan(candidate), options, writes: ofNew(row, given.entrantId(candidate)) }
}

function ofKnown(row: Row, person: KnownPerson, given: PlanGiven, options: Planned['options']): Planned {
  const { changes, writes } = difference(row, person, given)
  return {
    ...emptyPlan(row.candidate),
    state: changes.length > 0 ? 'changed' : 'same',
    personId: person.personId,
    changes,
    options,
    writes,
  }
}

function ofNew({ candidate, day, post, origin }: Row, personId: string): Writes {
  return {
    person: { ...profileOf(candidate.fields), personId, ...origin },
    identities: identitiesOf(candidate, personId, day).map((identity) => ({ ...identity, ...origin })),
    assignments: [{ ...newPost(personId, post, day), ...origin }],
    qualifications: qualificationsOf(candidate.fields).map((said) => ({ ...newQualification(personId, said, day), ...origin })),
  }
}

/** Everything the row says otherwise than is known of the person, and what must be written for it. */
function difference({ candidate, day, post, origin }: Row, person: KnownPerson, given: PlanGiven): Difference {
  const said = profileOf(candidate.fields)
  const profile = profileChanges(said, person)
  const posts = postDifference(post, person, day, given.unitName)
  const learned = qualificationDifference(qualificationsOf(candidate.fields), person, day)
  const numbers = identityDifference(candidate, person, day)
  return {
    changes: [...profile, ...numbers.changes, ...posts.changes, ...learned.changes],
    writes: {
      close: [
        ...(profile.length > 0 ? [{ table: 'people.profile', id: person.profileId }] : []),
        ...numbers.close,
        ...(posts.writes.close ?? []),
        ...(learned.writes.close ?? []),
      ],
      ...(profile.length > 0 ? { profile: { ...mergedProfile(said, person, profile), decisionId: person.decisionId, ...origin } } : {}),
      identities: numbers.identities.map((identity) => ({ ...identity, ...origin })),
      assignments: (posts.writes.assignments ?? []).map((assignment) => ({ ...assignment, ...origin })),
      qualifications: (learned.writes.qualifications ?? []).map((one) => ({ ...one, ...origin })),
    },
  }
}

function identityDifference(
  candidate: Candidate,
  person: KnownPerson,
  day: string,
): { changes: FieldChange[]; close: { table: string; id: string }[]; identities: NewIdentity[] } {
  const said = identitiesOf(candidate, person.personId, day)
  const fresh = said.filter((one) => !person.identities.some((known) => known.kind === one.kind && known.number === one.number))
  const replaced = person.identities.filter((known) => known.to === null && fresh.some((one) => one.kind === known.kind))
  return {
    changes: fresh.map((one) => ({
      field: one.kind,
      before: replaced.find((known) => known.kind === one.kind)?.number ?? null,
      after: one.number,
    })),
    close: replaced.map(({ id }) => ({ table: 'people.identity', id })),
    identities: fresh,
  }
}

function identitiesOf({ fields }: Candidate, personId: string, day: string): NewIdentity[] {
  const numbers = [
    { kind: 'cccd', number: fields.personalId?.value },
    { kind: 'cmnd', number: fields.oldId?.value },
    { kind: 'official', number: fields.officialNumber?.value },
  ] as const
  return numbers.flatMap(({ kind, number }) => (number ? [{ personId, kind, number, from: day }] : []))
}
