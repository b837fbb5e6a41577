import { titles } from '#law/titles.ts'

export type AcceptedField = { titleCode: string; fieldCode: string; from: string | null; to: string | null }

/** Which fields of study fit which title, as the code lists have it: where an office that has not yet said otherwise begins. */
export function acceptedFieldsOfLists(): AcceptedField[] {
  return titles.flatMap((title) => title.fields.map((fieldCode) => ({ titleCode: title.code, fieldCode, from: title.from, to: title.to })))
}
