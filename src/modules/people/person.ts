import { registrationCodes } from '#law/provinces.ts'
import { retirementLaw, retirementOf } from '#law/retirement.ts'
import { ageOn } from '#lib/days.ts'
import { warning, type Objection } from '#lib/override.ts'
import { fromIso, highDay, lowDay } from '#lib/partial-date.ts'
import { readPersonalId } from '#lib/personal-id.ts'

export type Lived = { birth: string | null; sex: 'male' | 'female' | null; partyJoined?: string | null; partyOfficial?: string | null }
const leastAge = 16

/** Why this curriculum vitae cannot be, or should be looked at again. */
export function profileObjections(profile: Lived, today: string): Objection[] {
  const birth = fromIso(profile.birth ?? '')
  const joined = fromIso(profile.partyJoined ?? '')
  const official = fromIso(profile.partyOfficial ?? '')
  const objections: Objection[] = []
  if (birth && lowDay(birth) > today) objections.push({ code: 'birth-in-future', birth: profile.birth })
  else if (birth && ageOn(birth, today).most < leastAge) objections.push(warning('too-young', { age: ageOn(birth, today).most }))
  // A probation of twelve months lies between the two days; a year or month alone may hide it.
  if (joined && official && highDay(official) <= lowDay(joined))
    objections.push(warning('party-dates-order', { joined: profile.partyJoined, official: profile.partyOfficial }))
  if (birth && joined && ageOn(birth, highDay(joined)).most < 18)
    objections.push(warning('party-too-young', { joined: profile.partyJoined }))
  return objections
}

/** Why this personal ID number is none, or disagrees with the person; there is no check digit, so disagreement only warns. */
export function identityObjections(identity: { kind: string; number: string }, person: Pick<Lived, 'birth' | 'sex'>): Objection[] {
  if (identity.kind === 'cmnd') return /^\d{9}$/.test(identity.number) ? [] : [{ code: 'id-not-valid', kind: identity.kind }]
  if (identity.kind !== 'cccd') return []
  if (!/^\d{12}$/.test(identity.number)) return [{ code: 'id-not-valid', kind: identity.kind }]
  const read = readPersonalId(identity.number, {
    ...(fromIso(person.birth ?? '') ? { birth: fromIso(person.birth ?? '') ?? undefined } : {}),
    sex: person.sex ?? undefined,
    provinces: registrationCodes,
  })
  if (read.kind === 'refused') return [{ code: read.why, kind: identity.kind }]
  return read.warnings.map((code) => warning(code))
}

/** What the person's age says of a post from this day: too young, or past the age of retirement under normal conditions. */
export function servingAgeObjections(person: Pick<Lived, 'birth' | 'sex'>, from: string): Objection[] {
  const birth = fromIso(person.birth ?? '')
  if (!birth) return []
  if (ageOn(birth, from).most < 18) return [warning('too-young', { age: ageOn(birth, from).most })]
  const retirement = person.sex ? retirementOf(birth, person.sex) : null
  if (!retirement || from <= retirement.lastDay) return []
  return [warning('after-retirement', { month: retirement.month, document: retirementLaw.document, verified: retirement.verified })]
}
