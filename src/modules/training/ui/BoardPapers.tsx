import type { Board } from '#modules/training/board.contract.ts'
import { printBoard } from '#modules/training/board-acts.contract.ts'
import { addressOf } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { DecisionLink } from '#web/kit/DomainLinks.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'

type Paper = Board['papers'][number]

/** The decisions that sent people to the class, to open and to print. */
export function BoardPapers({ classId, papers }: { classId: string; papers: readonly Paper[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const files = (kind: 'sending' | 'call_up', { id }: Paper) => (
    <>
      {(['docx', 'pdf'] as const).map((form) => (
        <span key={form}>
          <DownloadLink href={addressOf(printBoard, { classId, kind, format: form, decisionId: id })}>.{form}</DownloadLink>{' '}
        </span>
      ))}
    </>
  )
  return (
    <Card title={words.papers} flush>
      <Table
        stacks
        caption={words.decisionFile}
        rows={papers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'paper',
            header: words.code,
            names: true,
            cell: ({ id, code, issuedOn }) => <DecisionLink decision={{ id, number: code, issuedOn }} />,
          },
          { key: 'people', header: words.who, cell: ({ people }) => words.paperSent(format.number(people)) },
          { key: 'decision', header: words.decisionFile, cell: (paper) => files('sending', paper) },
          { key: 'callUp', header: words.callUp, cell: (paper) => files('call_up', paper) },
        ]}
      />
    </Card>
  )
}
