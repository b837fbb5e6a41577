import { formatDay, useFormat } from '#web/format.ts'
import { AgePyramid } from '#web/kit/charts/AgePyramid.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import type { CountedHome } from './counted-home.ts'
import { messages } from './messages.ts'

/** Men and women by age, each bar the list of those it stands for. */
export function HomeAges({ home }: { home: CountedHome }) {
  const words = useWords(messages)
  const format = useFormat()
  const most = home.bands.reduce(
    (one, other) => (other.men + other.women > one.men + one.women ? other : one),
    home.bands[0] ?? { from: 0, to: 0, men: 0, women: 0 },
  )
  const band = most.to === null ? `≥${most.from}` : `${most.from}–${most.to}`
  return (
    <AgePyramid
      title={words.agesTitle(band)}
      bands={home.bands}
      retirement={home.retirement}
      {...(home.isProtected ? {} : { linkOf: listOf })}
      footer={
        <>
          <span>{home.outsideBands > 0 ? words.outsideBands(format.number(home.outsideBands)) : formatDay(home.on)}</span>
          <NumberLink value={home.total} unit={words.people} to={home.isProtected ? undefined : paths.people()} />
        </>
      }
    />
  )
}

function listOf(sex: 'men' | 'women', { from, to }: { from: number; to: number | null }): string {
  return `${paths.people()}?sex=${sex === 'men' ? 'male' : 'female'}&ageFrom=${from}${to === null ? '' : `&ageTo=${to}`}`
}
