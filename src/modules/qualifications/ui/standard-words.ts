import { languagesAsked, levelAsked } from '#law/requirements.ts'
import type { Language } from '#lib/language.ts'

type Asked = { requirement: string; level: string | null; language: string | null; periods: number | null }

/** 'Trung cấp trở lên', '40 tiết/năm'. */
export function askedText(standard: Asked, language: Language): string {
  return levelAsked(standard)[language]
}

/** 'NĐ 33/2023/NĐ-CP, Điều 8'. */
export function ruleText({ document, article }: { document: string; article: string | null }): string {
  return article === null ? document : `${document}, ${article}`
}

/** The same in a cell of a table: of a field of study how many are accepted, of a language which. */
export function askedShort(standard: Asked, fields: number, language: Language): string {
  if (standard.requirement === 'field') return language === 'vi' ? `một trong ${fields} ngành` : `one of ${fields} fields`
  const text = askedText(standard, language)
  if (standard.requirement !== 'language') return text
  const name = standard.language === null ? null : languagesAsked[standard.language]?.[language]
  return name ? `${name}: ${text}` : text
}
