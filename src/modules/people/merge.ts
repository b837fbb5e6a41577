import { warning, type Objection } from '#lib/override.ts'
import { canBeSameDate, fromIso } from '#lib/partial-date.ts'
import { fold } from '#lib/vietnamese-names.ts'

export type Alike = { personId: string; name: string; birth: string | null; sex: string | null }

/** Why two files may not be those of one person, or should be looked at again. */
export function mergeObjections(kept: Alike, merged: Alike): Objection[] {
  if (kept.personId === merged.personId) return [{ code: 'merge-same-person' }]
  const one = fromIso(kept.birth ?? '')
  const other = fromIso(merged.birth ?? '')
  return [
    ...(fold(kept.name) === fold(merged.name) ? [] : [warning('merge-name-differs', { name: kept.name, other: merged.name })]),
    ...(one && other && !canBeSameDate(one, other) ? [warning('merge-birth-differs', { birth: kept.birth, other: merged.birth })] : []),
    ...(kept.sex && merged.sex && kept.sex !== merged.sex ? [warning('merge-sex-differs')] : []),
  ]
}
