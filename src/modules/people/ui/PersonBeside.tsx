import { useQuery } from '@tanstack/react-query'
import { readLooks, type PersonFile } from '#modules/people/file.contract.ts'
import { qualificationText } from '#law/qualifications.ts'
import { read } from '#web/client.ts'
import { Card, Stack } from '#web/kit/Card.tsx'
import { DayText, InstantText } from '#web/kit/DayText.tsx'
import { Link } from '#web/kit/Link.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

/** What a glance should catch: what to look at again, what is held, who looked last. */
export function PersonBeside({ file }: { file: PersonFile }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const sentence = useRefusalText()
  const held = file.facts.qualifications.filter(
    ({ state, from, to }) => state !== 'abandoned' && (from ?? '') <= file.day && (to === null || file.day < to),
  )
  return (
    <Stack>
      {file.warnings.length > 0 && (
        <Card title={words.warnings}>
          <ul>
            {file.warnings.map((warning, index) => (
              <li key={`${warning.code}-${index}`}>{sentence(warning)}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={words.holds} flush>
        <Table
          caption={words.holds}
          rows={held}
          rowKey={({ id }) => id}
          empty={words.noLevel}
          columns={[
            { key: 'what', header: words.columns.level, names: true, cell: (one) => qualificationText(one)[language] },
            {
              key: 'since',
              header: words.columns.day,
              align: 'right',
              quiet: true,
              cell: ({ from, fromKnown }) =>
                fromKnown ? (
                  <DayText value={from} />
                ) : (
                  <>
                    {'≤\u00a0'}
                    <DayText value={from} />
                  </>
                ),
            },
          ]}
        />
      </Card>
      {file.may.seeLooks && <LastLooks file={file} />}
    </Stack>
  )
}

const fewest = 5

function LastLooks({ file: { personId, isOwn } }: { file: PersonFile }) {
  const words = useWords(messages)
  const looks = useQuery(read(readLooks, { personId }))
  if (!looks.data) return null
  return (
    <Card
      title={words.recentLooks}
      flush
      footer={<Link to={`${paths.person(personId)}?tab=looks`}>{isOwn ? words.looksAtMine : words.allLooks}</Link>}
    >
      <Table
        caption={words.recentLooks}
        rows={lastOfEach(looks.data.looks).slice(0, fewest)}
        rowKey={({ seq }) => String(seq)}
        columns={[
          { key: 'who', header: words.who, names: true, cell: ({ actor }) => actor },
          { key: 'at', header: words.at, align: 'right', quiet: true, cell: ({ at }) => <InstantText value={at} /> },
        ]}
      />
    </Card>
  )
}

/** Each reader once, with the latest look. */
function lastOfEach<L extends { actor: string }>(looks: readonly L[]): L[] {
  return looks.filter(({ actor }, at) => looks.findIndex((other) => other.actor === actor) === at)
}
