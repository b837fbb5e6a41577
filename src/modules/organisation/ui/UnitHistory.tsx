import type { SuccessionLink } from '#modules/organisation/unit.contract.ts'
import { addDays } from '#lib/days.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { Succession } from '#web/kit/charts/Succession.tsx'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { UnitReply } from './UnitPage.tsx'

/** What the unit came of, what it was called, and what became of it. */
export function UnitHistory({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const format = useFormat()
  const { name } = useNames()
  const passing = (link: SuccessionLink, at: number) => ({
    key: `${link.reorganisationId} ${link.unitId ?? at}`,
    label: link.unitId ? <UnitLink id={link.unitId} name={name(link)} /> : words.abolished,
    about: [
      format.day(link.onDay),
      words.actDone[link.kind as keyof typeof words.actDone],
      link.unitId && !link.whole ? words.part : '',
      link.note,
    ]
      .filter(Boolean)
      .join(' · '),
    isPart: !link.whole,
  })
  if (unit.predecessors.length + unit.successors.length === 0 && unit.versions.length < 2) return null
  return (
    <Card title={words.history}>
      <Succession
        label={words.history}
        beforeLabel={words.cameOf}
        afterLabel={words.becameOf}
        before={unit.predecessors.map(passing)}
        own={unit.versions.map((version) => ({
          key: version.versionId,
          label: name(version),
          about: format.period(version.from, version.to && addDays(version.to, -1)),
        }))}
        after={unit.successors.map(passing)}
      />
    </Card>
  )
}
