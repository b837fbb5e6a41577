import { useFormat } from '#web/format.ts'
import { AgePyramid } from '#web/kit/charts/AgePyramid.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import type { UnitReply } from './UnitPage.tsx'

/** The officials by age and sex; every bar opens its list. */
export function UnitAges({ unitId, people }: { unitId: string; people: NonNullable<UnitReply['people']> }) {
  const words = useWords(messages)
  const format = useFormat()
  const bands = people.ages.filter(({ from }) => from >= 15 && from < 80)
  const known = bands.reduce((sum, { male, female }) => sum + male + female, 0)
  if (known === 0)
    return (
      <Card title={words.ages}>
        <Empty title={words.nobody} />
      </Card>
    )
  const young = bands.filter(({ from }) => from < 40).reduce((sum, { male, female }) => sum + male + female, 0)
  const between = range(bands[0]?.from ?? 20, bands.at(-1)?.from ?? 60)
  return (
    <AgePyramid
      title={words.agesTitle(format.percent(young / known))}
      about={words.agesAbout(format.number(known), format.number(people.under - known))}
      bands={between.map((from) => {
        const band = bands.find((one) => one.from === from)
        return { from, to: from + 4, men: band?.male ?? 0, women: band?.female ?? 0 }
      })}
      retirement={{ men: people.retirement.male, women: people.retirement.female }}
      linkOf={(sex, band) =>
        `${paths.people()}?unitId=${unitId}&sex=${sex === 'men' ? 'male' : 'female'}&ageFrom=${band.from}&ageTo=${band.from + 4}`
      }
    />
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 5 + 1 }, (_, at) => from + at * 5)
}
