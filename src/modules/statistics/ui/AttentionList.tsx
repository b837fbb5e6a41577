import { useQuery } from '@tanstack/react-query'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { DayText } from '#web/kit/DayText.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { listAttention, type AttentionKind } from '../home.contract.ts'
import { messages } from './messages.ts'

/** Whom it concerns, the nearest day first. */
export function AttentionList({ what, on, onClose }: { what: AttentionKind; on: string; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const list = useQuery(read(listAttention, { what, on }))
  return (
    <SideList
      title={words[what]}
      about={words.attentionBeside}
      onClose={onClose}
      footer={
        list.data && (
          <span role="status">
            {format.number(list.data.people.length)} {words.people}
          </span>
        )
      }
    >
      <Loaded query={list} rows={12}>
        {({ people }) => (
          <Table
            caption={words[what]}
            rows={people}
            rowKey={({ personId, on: day }) => `${personId} ${day}`}
            empty={words.none}
            columns={[
              { key: 'due', header: words.due, cell: (row) => <DayText value={row.on} /> },
              { key: 'name', header: words.name, names: true, cell: ({ personId, name }) => <PersonLink id={personId} name={name} /> },
              {
                key: 'unit',
                header: words.unit,
                quiet: true,
                cell: ({ unit, title }) => [title, unit?.[language]].filter(Boolean).join(' · '),
              },
            ]}
          />
        )}
      </Loaded>
    </SideList>
  )
}
