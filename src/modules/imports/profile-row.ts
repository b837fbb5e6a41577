import { canBeSameDate, formatPartialDate, fromIso, precisionOf, toIso, type PartialDate } from '#lib/partial-date.ts'
import { isSameText } from '#lib/vietnamese-names.ts'
import type { Profile } from '#modules/people/person.sql.ts'
import type { Fields } from './candidate.ts'
import type { KnownPerson } from './known.ts'
import type { FieldChange } from './planned.ts'

/** The profile that a row tells of; what it does not speak of is absent. */
export function profileOf(fields: Fields): Profile {
  const general = fields.generalEducation?.value
  return {
    fullName: fields.name?.value ?? '',
    ...given('sex', fields.sex?.value),
    ...given('birth', isoOf(fields.birth?.value)),
    ...given('ethnicity', fields.ethnic?.value.code),
    ...given('ethnicityText', fields.ethnic?.value.name),
    ...given('religion', fields.religion?.value.code ?? fields.religion?.value.name),
    ...given('nativePlace', fields.nativePlace?.value),
    ...given('birthplace', fields.birthplace?.value),
    ...given('residence', fields.residence?.value),
    ...given('generalEducation', general && `${general.grade}/${general.system}`),
    ...given('partyJoined', isoOf(fields.partyJoinedOn?.value)),
    ...given('partyOfficial', isoOf(fields.partyFullOn?.value)),
    ...given('phone', fields.phone?.value),
  }
}

/** What the row says otherwise than is known; a vaguer date than the known one says nothing new. */
export function profileChanges(said: Profile, known: KnownPerson): FieldChange[] {
  const changes: FieldChange[] = []
  const texts = ['fullName', 'nativePlace', 'birthplace', 'residence', 'generalEducation', 'religion', 'sex', 'phone'] as const
  for (const field of texts) {
    const after = said[field]
    if (after && !isSameText(after, known[field] ?? '')) changes.push({ field, before: known[field], after })
  }
  for (const field of ['birth', 'partyJoined', 'partyOfficial'] as const) {
    const after = said[field]
    if (after && !saysNothingNew(after, known[field]))
      changes.push({ field, before: dateText(known[field]), after: dateText(after) ?? after })
  }
  if (isOtherEthnicity(said, known))
    changes.push({ field: 'ethnicity', before: known.ethnicityText, after: said.ethnicityText ?? said.ethnicity ?? '' })
  return changes
}

/** The whole profile after the row: what it says, and what was known of the rest. */
export function mergedProfile(said: Profile, known: KnownPerson, changes: FieldChange[]): Profile & { personId: string } {
  const changed = new Set(changes.map(({ field }) => field))
  const keep = <F extends keyof Profile & keyof KnownPerson>(field: F): Profile[F] | KnownPerson[F] =>
    changed.has(field) ? said[field] : known[field]
  return {
    personId: known.personId,
    fullName: changed.has('fullName') ? said.fullName : known.fullName,
    sex: keep('sex') ?? null,
    birth: keep('birth') ?? null,
    ethnicity: (changed.has('ethnicity') ? said.ethnicity : known.ethnicity) ?? null,
    ethnicityText: (changed.has('ethnicity') ? said.ethnicityText : known.ethnicityText) ?? null,
    religion: keep('religion') ?? null,
    nativePlace: keep('nativePlace') ?? null,
    birthplace: keep('birthplace') ?? null,
    residence: keep('residence') ?? null,
    generalEducation: keep('generalEducation') ?? null,
    partyJoined: keep('partyJoined') ?? null,
    partyOfficial: keep('partyOfficial') ?? null,
    phone: keep('phone') ?? null,
  }
}

function isOtherEthnicity(said: Profile, known: KnownPerson): boolean {
  if (!said.ethnicityText && !said.ethnicity) return false
  if (said.ethnicity && known.ethnicity) return said.ethnicity !== known.ethnicity
  return !isSameText(said.ethnicityText ?? '', known.ethnicityText ?? '')
}

function saysNothingNew(said: string, known: string | null): boolean {
  const [after, before] = [fromIso(said), known ? fromIso(known) : null]
  if (!after || !before || !canBeSameDate(after, before)) return false
  const order = ['year', 'month', 'day']
  return order.indexOf(precisionOf(after)) <= order.indexOf(precisionOf(before))
}

function isoOf(date: PartialDate | undefined): string | undefined {
  return date && toIso(date)
}

export function dateText(iso: string | null | undefined): string | null {
  const date = iso ? fromIso(iso) : null
  return date ? formatPartialDate(date) : (iso ?? null)
}

function given<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  // A field that the list does not have must not look like one that it empties.
  return (value === undefined || value === null || value === '' ? {} : { [key]: value }) as { [P in K]?: V }
}
