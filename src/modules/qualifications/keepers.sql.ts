import type { FactKeeper } from '#db/keeper.ts'
import { qualificationText } from '#law/qualifications.ts'
import { standardText } from '#law/requirements.ts'
import { title } from '#law/titles.ts'
import type { Bilingual } from '#lib/language.ts'
import { factKeeper } from '#modules/people/keeper.sql.ts'

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
  ofTitles('qualifications.standard', { vi: 'Tiêu chuẩn chức danh', en: 'Standards of titles' }, (fact) =>
    standardText({
      requirement: String(fact['requirement']),
      level: textOrNull(fact['level']),
      language: textOrNull(fact['language']),
      periods: typeof fact['periods'] === 'number' ? fact['periods'] : null,
    }),
  ),
  ofTitles('qualifications.post_weight', { vi: 'Mức ưu tiên đào tạo', en: 'Weights of titles' }, (fact) => ({
    vi: `mức ưu tiên ${String(fact['weight'])}`,
    en: `weight ${String(fact['weight'])}`,
  })),
]

/** What titles ask goes with its paper; no import brings any. */
function ofTitles(table: string, label: Bilingual, says: (fact: Record<string, unknown>) => Bilingual): FactKeeper {
  const keeper = factKeeper({
    table,
    label,
    hasPerson: false,
    says: ({ fact }) => {
      const name = title(String(fact['title_code']))?.name
      const what = says(fact)
      return { vi: `${name?.vi ?? ''}: ${what.vi}`, en: `${name?.en ?? ''}: ${what.en}` }
    },
  })
  return { ...keeper, ofRun: async () => [], idsOfRun: async () => [], builtOn: async () => [] }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
