import { useQuery } from '@tanstack/react-query'
import { readHistory, type HistoryEntry } from '#modules/people/file.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card, Row, Stack } from '#web/kit/Card.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'
import { usePurpose } from './use-purpose.ts'

/** Who recorded what, entry by entry, with what was said before and after. */
export function HistoryTab({
  personId,
  knownOn,
  onKnownOn,
}: {
  personId: string
  knownOn: string | undefined
  onKnownOn: (day: string | undefined) => void
}) {
  const words = useWords(messages)
  const { purpose } = usePurpose()
  const history = useQuery(read(readHistory, { personId, ...(purpose ? { purpose } : {}) }))
  return (
    <Stack>
      <Row>
        <DateField
          inline
          label={words.knownOn}
          precision="day"
          value={knownOn ?? ''}
          onChange={(day) => {
            if (day === '' || day.length === 10) onKnownOn(day || undefined)
          }}
        />
      </Row>
      <Loaded query={history}>
        {({ entries }) => (
          <Stack>
            {entries.map((entry) => (
              <Entry key={entry.entryId} entry={entry} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

type Line = { key: string; done: HistoryEntry['changes'][number]['done']; what: string; before: string | null; after: string | null }

function Entry({ entry }: { entry: HistoryEntry }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const lines = entry.changes.flatMap((change, at): Line[] => {
    const what = `${change.label[language]}: ${change.summary[language]}`
    if (change.lines.length === 0) return [{ key: `${at}`, done: change.done, what, before: null, after: null }]
    return change.lines.map((line, index) => ({
      key: `${at}-${index}`,
      done: change.done,
      what: `${what} · ${line.label[language]}`,
      before: line.before?.[language] ?? '–',
      after: line.after?.[language] ?? '–',
    }))
  })
  return (
    <Card title={`${format.instant(entry.at)} · ${entry.actor}`} about={entry.reason} flush>
      <Table
        stacks
        caption={words.history}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'done',
            header: words.columns.kind,
            cell: ({ done }) => <Badge tone={done === 'recorded' ? 'plain' : 'quiet'}>{words.done[done]}</Badge>,
          },
          { key: 'what', header: words.columns.what, names: true, cell: ({ what }) => what },
          ...(lines.some(({ before, after }) => before !== null || after !== null)
            ? [
                { key: 'before', header: words.before, quiet: true, cell: ({ before }: Line) => before },
                { key: 'after', header: words.after, cell: ({ after }: Line) => after },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
