import { useSearchParams } from 'react-router'
import { Card } from '#web/kit/Card.tsx'
import { BarList, type Bar } from '#web/kit/charts/BarList.tsx'
import { paths } from '#web/paths.ts'
import { writeSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import type { Home } from '../home.contract.ts'
import { messages } from './messages.ts'

/** What someone should look at, each with whom it concerns; what is nothing is not said. */
export function AttentionCard({ home }: { home: Home }) {
  const words = useWords(messages)
  const [parameters] = useSearchParams()
  const bar = (key: string, label: string, value: number | null, to: string): Bar[] => (value ? [{ key, label, value, to, series: 2 }] : [])
  const bars = [
    ...home.attention.flatMap(({ what, count }) =>
      bar(what, words[what], count, `${paths.home()}?${writeSearch(parameters, { attention: what }).toString()}`),
    ),
    ...home.missing.flatMap(({ part, count }) => bar(part, words[`missing.${part}`], count, `${paths.people()}?missing=${part}`)),
    ...bar('withdrawn', words.withdrawn, home.withdrawn, `${paths.decisions()}?state=withdrawn`),
    ...bar('imports', words.importsWaiting, home.importsWaiting, paths.imports()),
  ]
  if (bars.length === 0) return <Card title={words.attention}>{words.attentionNone}</Card>
  return (
    <Card flush title={words.attention}>
      <BarList label={words.attention} bars={bars} chosen={parameters.get('attention') ?? undefined} />
    </Card>
  )
}
