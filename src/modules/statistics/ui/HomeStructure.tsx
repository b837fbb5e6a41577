import type { ReactNode } from 'react'
import { officialKinds, type OfficialKind } from '#law/official-kinds.ts'
import { useFormat } from '#web/format.ts'
import { Card, Columns } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { Stat } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import type { CountedHome } from './counted-home.ts'
import { messages } from './messages.ts'

/** Who serves, by kind; and the shares of women, ethnic minorities and the Party, as far as the reader may see them. `children` stand in the same row. */
export function HomeStructure({ home, children }: { home: CountedHome; children: ReactNode }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const bars = home.kinds.map(({ kind, count }) => ({
    key: kind,
    label: officialKinds[kind as OfficialKind]?.name[language] ?? kind,
    value: count,
    to: home.isProtected ? undefined : `${paths.people()}?officialKind=${kind}`,
    unit: words.people,
  }))
  return (
    <Columns least={310}>
      {children}
      {bars.length > 0 && (
        <Card flush title={words.kinds}>
          <BarList label={words.kinds} bars={bars} />
        </Card>
      )}
      {[home.women, home.minority, home.party].some((count) => count !== undefined) && (
        <Card title={words.shares}>
          <Columns least={100}>
            <Share home={home} count={home.women} label={words.women} filter="sex=female" />
            <Share home={home} count={home.minority} label={words.minority} filter="minority=yes" />
            <Share home={home} count={home.party} label={words.party} filter="party=member" />
          </Columns>
        </Card>
      )}
    </Columns>
  )
}

function Share({ home, count, label, filter }: { home: CountedHome; count: number | undefined; label: string; filter: string }) {
  const words = useWords(messages)
  const format = useFormat()
  if (count === undefined) return null
  return (
    <Stat
      value={format.percent(count / home.total)}
      to={home.isProtected ? undefined : `${paths.people()}?${filter}`}
      label={
        <>
          {label}
          <br />
          {format.number(count)} {words.people}
        </>
      }
    />
  )
}
