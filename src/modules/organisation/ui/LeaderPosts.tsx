import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card } from '#web/kit/Card.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { UnitReply } from './UnitPage.tsx'

type Holder = NonNullable<UnitReply['people']>['leaders'][number]['holders'][number]

/** Which leading posts the unit has and who holds them; a post nobody holds stands too. */
export function LeaderPosts({ people, unitId }: { people: NonNullable<UnitReply['people']>; unitId: string }) {
  const words = useWords(messages)
  const { name } = useNames()
  const filled = people.leaders.filter(({ holders }) => holders.length > 0).length
  return (
    <Card flush title={words.leadersTitle(filled, people.leaders.length)}>
      <Table
        caption={words.leaders}
        rows={people.leaders}
        rowKey={({ titleCode }) => titleCode}
        empty={words.noLeaders}
        columns={[
          { key: 'post', header: words.post, names: true, cell: name },
          {
            key: 'holder',
            header: words.holder,
            cell: ({ holders }) =>
              holders.length === 0 ? (
                <Badge tone="attention">{words.vacant}</Badge>
              ) : (
                holders.map((holder) => <HolderLine key={`${holder.personId} ${holder.unitId}`} holder={holder} unitId={unitId} />)
              ),
          },
        ]}
      />
    </Card>
  )
}

function HolderLine({ holder, unitId }: { holder: Holder; unitId: string }) {
  const words = useWords(messages)
  const format = useFormat()
  const { pair } = useNames()
  const about = [
    holder.unitId === unitId ? null : pair(holder.unitVi, holder.unitEn),
    holder.kind === 'main' ? null : words.tieKinds[holder.kind as keyof typeof words.tieKinds],
    holder.since && words.sinceDay(format.day(holder.since)),
  ].filter(Boolean)
  return (
    <div>
      <PersonLink id={holder.personId} name={holder.name} /> <small>{about.join(' · ')}</small>
    </div>
  )
}
