import { levelName } from '#law/qualifications.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import type { CountedHome } from './counted-home.ts'
import { messages } from './messages.ts'

const ofTitle = { degree: 'DH', theory: 'TC' } as const

/** How many have each level or a higher one: the same as the list shows under that filter. */
export function HomeLevels({ home, of }: { home: CountedHome; of: 'degree' | 'theory' }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const levels = of === 'degree' ? home.degrees : home.theory
  const named = levels.find(({ level }) => level === ofTitle[of])
  const share = format.percent((named?.count ?? 0) / home.total)
  const whole = of === 'degree' ? words.degreeTitle(share) : words.theoryTitle(share)
  const title = named ? whole : of === 'degree' ? words.degreesOnly : words.theoryOnly
  const bars = levels.map(({ level, count }) => ({
    key: level,
    label: words.orHigher(levelName(of, level)[language]),
    value: count,
    series: of === 'degree' ? (0 as const) : (1 as const),
    to: home.isProtected ? undefined : `${paths.people()}?${of}=${level}`,
    unit: words.people,
  }))
  const studying = of === 'theory' && home.studying !== undefined && (
    <span>
      {words.studying}:{' '}
      <NumberLink value={home.studying} unit={words.people} to={home.isProtected ? undefined : `${paths.people()}?studying=yes`} />
    </span>
  )
  return (
    <Card flush title={title} footer={studying}>
      <BarList label={title} bars={bars} />
    </Card>
  )
}
