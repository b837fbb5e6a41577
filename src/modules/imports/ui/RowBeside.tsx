import { useQuery } from '@tanstack/react-query'
import { listRows, type PreviewRow } from '#modules/imports/row.contract.ts'
import type { Run } from '#modules/imports/run.contract.ts'
import { read } from '#web/client.ts'
import { Stack } from '#web/kit/Card.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { Changes } from './Changes.tsx'
import { CorrectCell } from './CorrectCell.tsx'
import { DecideRow } from './DecideRow.tsx'
import { fieldWords } from './field-words.ts'
import { messages } from './messages.ts'
import { noteWords } from './note-words.ts'
import { useChosenRow } from './use-chosen-row.ts'

/** One row: what was read from which cell, what it would change, and what may be done about it. */
export function RowBeside({ run, number }: { run: Run; number: number }) {
  const words = useWords(messages)
  const { set } = useChosenRow()
  const query = useQuery(read(listRows, { runId: run.id, after: number - 1, limit: 1 }))
  const row = query.data?.rows[0]
  if (!row || row.number !== number) return null
  return (
    <SideList
      title={row.name || words.sheetRow(row.sheet, row.row)}
      about={words.sheetRow(row.sheet, row.row)}
      onClose={() => set({ row: undefined })}
    >
      <Stack>
        <RowDetail key={row.number} run={run} row={row} />
      </Stack>
    </SideList>
  )
}

function RowDetail({ run, row }: { run: Run; row: PreviewRow }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const isOpen = run.status === 'ready'
  return (
    <>
      {row.state === 'refused' &&
        row.refusals.map((refusal) => (
          <CorrectCell key={refusal.column + refusal.why.code} run={run} row={row} refusal={refusal} isOpen={isOpen} />
        ))}
      {row.personId && run.status !== 'undone' && <Link to={paths.person(row.personId)}>{words.person}</Link>}
      {row.changes.length > 0 && <Changes changes={row.changes} />}
      {row.state === 'same' && <Notice tone="plain">{words.nothingChanges}</Notice>}
      {row.state === 'left_out' && row.leftOutWhy && <Notice tone="plain">{row.leftOutWhy}</Notice>}
      <DecideRow run={run} row={row} isOpen={isOpen} />
      {row.notes.length > 0 && (
        <Facts
          items={row.notes.map(({ code, column, text }) => ({
            label: noteWords(code)[language],
            value: [column && `${column}${row.row}`, text].filter(Boolean).join(': ') || null,
          }))}
        />
      )}
      {row.fields.length > 0 && (
        <Table
          caption={words.read}
          rows={row.fields}
          rowKey={({ field }) => field}
          columns={[
            { key: 'field', header: words.field, names: true, cell: ({ field }) => fieldWords(field)[language] },
            { key: 'text', header: words.read, cell: ({ text }) => text },
            { key: 'column', header: words.column, quiet: true, cell: ({ column, source }) => column ?? words.sources[source] ?? source },
          ]}
        />
      )}
    </>
  )
}
