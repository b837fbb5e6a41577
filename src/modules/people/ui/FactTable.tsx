import type { FactOrigin } from '#modules/people/file.contract.ts'
import type { EventFact } from '#web/person-event.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { ProvenanceTag } from '#web/kit/DomainLinks.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { FactActs } from './FactActs.tsx'
import { messages } from './file-messages.ts'

export type FactRow = { id: string; origin: FactOrigin }

/** Facts of one kind, each ending in its paper or in where it came from; what is no longer held true stands apart below. */
export function FactTable<Row extends FactRow>({
  title,
  table,
  rows,
  closed,
  columns,
  onAct,
}: {
  title: string
  table: string
  rows: readonly Row[]
  closed: readonly Row[]
  columns: readonly Column<Row>[]
  onAct: ((eventId: string, fact: EventFact) => void) | null
}) {
  const words = useWords(messages)
  const format = useFormat()
  const paper: Column<Row> = { key: 'paper', header: words.columns.paper, quiet: true, cell: ({ origin }) => <Origin origin={origin} /> }
  const acts: Column<Row> = {
    key: 'acts',
    header: words.columns.acts,
    align: 'right',
    cell: (row) => onAct && <FactActs fact={{ ...row, table }} label={title} onAct={onAct} />,
  }
  const why: Column<Row> = { key: 'why', header: words.columns.state, cell: ({ origin }) => <Closing origin={origin} /> }
  return (
    <Stack>
      <Card title={title} flush>
        <Table
          stacks
          caption={title}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[...columns, paper, ...(onAct ? [acts] : [])]}
          empty={words.none}
        />
      </Card>
      {closed.length > 0 && (
        <Card title={words.closed(format.number(closed.length))} flush>
          <Table
            stacks
            caption={words.closed(format.number(closed.length))}
            rows={closed}
            rowKey={({ id }) => id}
            columns={[...columns, why, paper]}
          />
        </Card>
      )}
    </Stack>
  )
}

/** A paper, an import or a hand; and who recorded it when. */
export function Origin({ origin }: { origin: FactOrigin }) {
  const words = useWords(messages)
  const format = useFormat()
  const decision = origin.paper && { id: origin.paper.id, number: origin.paper.code, issuedOn: origin.paper.issuedOn }
  const run = origin.run && { id: origin.run.id, name: origin.run.fileName, row: origin.run.row }
  return (
    <span title={words.recordedBy(origin.recordedBy, format.instant(origin.recordedAt))}>
      <ProvenanceTag decision={decision} run={run} />
      {origin.paper?.withdrawnOn && (
        <>
          {' '}
          <Badge tone="attention">{words.paperWithdrawn}</Badge>
        </>
      )}
    </span>
  )
}

function Closing({ origin }: { origin: FactOrigin }) {
  const words = useWords(messages)
  const format = useFormat()
  if (!origin.closed) return null
  return <Badge tone="quiet">{`${words.closedAs[origin.closed.why] ?? origin.closed.why} · ${format.instant(origin.closed.at)}`}</Badge>
}
