import { isUnitKind, kindOfUnit } from '#modules/organisation/unit-kind.ts'
import { useLanguage } from '#web/language.tsx'

/** Names of units and of their kinds in the language chosen. */
export function useNames() {
  const { language } = useLanguage()
  return {
    name: (named: { vi: string; en: string }) => named[language],
    pair: (vi: string | null, en: string | null) => (language === 'vi' ? vi : en),
    kind: (kind: string) => (isUnitKind(kind) ? kindOfUnit(kind).name[language] : kind),
  }
}
