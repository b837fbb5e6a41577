import { useQuery } from '@tanstack/react-query'
import { requirements } from '#law/requirements.ts'
import { readPersonGap } from '#modules/qualifications/gap.contract.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import type { PersonPartProps } from '#web/person-part.ts'
import { useWords } from '#web/words.ts'
import { messages } from './gap-messages.ts'
import { HeldFact } from './HeldFact.tsx'
import { StateBadge } from './StateBadge.tsx'
import { askedText, ruleText } from './standard-words.ts'

/** What the posts held ask, by which rule, and which fact of the file meets it. */
export function PersonStandards({ personId, knownOn }: PersonPartProps) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const { data } = useQuery(read(readPersonGap, { personId, on: day, knownOn }))
  const rows = data?.posts.flatMap((post) => post.standards.map((standard) => ({ post, standard }))) ?? []
  if (!data || data.posts.length === 0) return null
  const met = rows.filter(({ standard }) => standard.state === 'met').length
  if (rows.length === 0) return <Card title={words.card}>{words.cardNone}</Card>
  return (
    <Card flush title={words.cardTitle(format.number(met), format.number(rows.length))}>
      <Table
        caption={words.card}
        rows={rows}
        rowKey={({ post, standard }) => `${post.unit.unitId} ${standard.standardId}`}
        stacks
        columns={[
          {
            key: 'requirement',
            header: words.requirement,
            names: true,
            cell: ({ post, standard }) => (
              <>
                {requirements[standard.requirement][language]}
                {data.posts.length > 1 && <small> · {post.title[language]}</small>}
              </>
            ),
          },
          { key: 'asked', header: words.asked, cell: ({ standard }) => askedText(standard, language) },
          { key: 'state', header: words.stateHead, cell: ({ standard }) => <StateBadge state={standard.state} /> },
          { key: 'evidence', header: words.evidence, cell: ({ standard }) => <HeldFact standard={standard} /> },
          {
            key: 'rule',
            header: words.rule,
            quiet: true,
            cell: ({ standard }) => (
              <>
                {ruleText(standard)} {!standard.verified && <Badge tone="quiet">{words.unverified}</Badge>}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
