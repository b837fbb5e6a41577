import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { use, useDeferredValue } from 'react'
import { fold } from '#lib/vietnamese-names.ts'
import { useLanguage } from '#web/language.tsx'
import type { Found } from '#web/module-route.ts'
import { useMay } from '#web/session.tsx'
import { menuOf } from '#web/shell/menu-groups.ts'
import { messages } from '#web/shell/messages.ts'
import { ShellParts } from '#web/shell/shell-parts.ts'
import { useWords } from '#web/words.ts'

export type FoundGroup = { key: string; label: string; found: Found[] }

/** What Ctrl+K finds: the modules' answers from the second letter on, then pages by name. */
export function usePaletteFindings(text: string, day: string): { groups: FoundGroup[]; waiting: boolean } {
  const words = useWords(messages)
  const { language } = useLanguage()
  const may = useMay()
  const { pages, loadSearchProviders } = use(ShellParts)
  const searchProviders =
    useQuery({ queryKey: ['palette-providers'], queryFn: loadSearchProviders, staleTime: Number.POSITIVE_INFINITY }).data ?? []
  const wanted = useDeferredValue(text.trim())
  const providers = searchProviders.filter(({ permission }) => may(permission))
  const answers = useQueries({
    queries: providers.map(({ id, find }) => ({
      queryKey: ['palette', id, wanted, day, language],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        await pause(120, signal)
        return find(wanted, { day, signal, language })
      },
      enabled: wanted.length >= 2,
      placeholderData: wanted.length >= 2 ? keepPreviousData : undefined,
      staleTime: 30_000,
    })),
  })
  const found = providers.map(({ id, label }, index) => ({
    key: id,
    label: label[language],
    found: (wanted.length >= 2 ? (answers[index]?.data ?? []) : []).map((one) => ({ ...one, key: `${id}-${one.key}` })),
  }))
  const places = menuOf(pages, may)
    .flatMap((group) => group.pages)
    .map(({ path, menu }): Found => ({ key: `page-${path.replaceAll('/', '-')}`, label: menu.label[language], to: path }))
    .filter(({ label }) => fold(label).includes(fold(wanted)))
  const groups = [...found, { key: 'pages', label: words.goTo, found: places }].filter((group) => group.found.length > 0)
  return { groups, waiting: answers.some(({ isFetching }) => isFetching) }
}

/** A fast typist asks the server once; the abandoned questions end here. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })
}
