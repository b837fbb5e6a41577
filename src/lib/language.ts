/** The two languages in which every screen, message and export exists. */
export type Language = 'vi' | 'en'

export const languages = ['vi', 'en'] as const satisfies readonly Language[]

/** One sentence or name in both languages. */
export type Bilingual = Record<Language, string>
