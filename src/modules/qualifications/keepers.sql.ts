import type { FactKeeper } from '#db/keeper.ts'
import { factKeeper } from '#modules/people/keeper.sql.ts'
import { qualificationText } from '#law/qualifications.ts'

export const keepers: readonly FactKeeper[] = [
  factKeeper({
    table: 'qualifications.qualification',
    label: { vi: 'Trình độ', en: 'Qualifications' },
    says: ({ fact }) =>
      qualificationText({
        kind: String(fact['kind']),
        level: String(fact['level']),
        fieldText: textOrNull(fact['field_text']),
        language: textOrNull(fact['language']),
        state: String(fact['state']),
      }),
  }),
]

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
