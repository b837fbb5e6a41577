import { useState } from 'react'
import { setColumns, type SheetNote } from '#modules/imports/run.contract.ts'
import { useCommand } from '#web/command.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { columnRoles, fieldWords } from './field-words.ts'
import type { WholeRun } from './ImportPage.tsx'
import { messages } from './messages.ts'
import { Refused } from './Refused.tsx'

type FoundTable = SheetNote['tables'][number]

/** What each column was taken for, over the first rows; a role may be corrected and is remembered. */
export function ColumnsStep({ whole }: { whole: WholeRun }) {
  const words = useWords(messages)
  return (
    <Stack>
      {whole.sheets.map((note) =>
        note.skipped ? (
          <Notice key={note.sheet} tone="plain">
            {note.sheet}: {words.skipped[note.skipped] ?? note.skipped}
          </Notice>
        ) : (
          note.tables.map((table) => (
            <TableColumns key={`${note.sheet} ${table.headingRows[0]}`} run={whole.run} note={note} table={table} />
          ))
        ),
      )}
    </Stack>
  )
}

function TableColumns({ run, note, table }: { run: WholeRun['run']; note: SheetNote; table: FoundTable }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const [roles, setRoles] = useState<Record<string, string>>({})
  const save = useCommand(setColumns)
  const isOpen = run.status === 'ready'
  const options = columnRoles.map((role) => ({ value: role, label: fieldWords(role)[language] }))
  const send = () =>
    save.send({
      runId: run.id,
      fingerprint: table.fingerprint,
      columns: table.columns.map(({ column, role }) => ({ column, role: roles[column] ?? role })),
    })
  return (
    <Card
      title={note.sheet}
      about={[
        `${words.encoding}: ${words.encodings[note.encoding]}`,
        ...(table.asOf ? [`${words.asOf} ${table.asOf.split('-').toReversed().join('/')}`] : []),
      ].join(' · ')}
      footer={
        isOpen && (
          <>
            <span>{words.columnsKept}</span>
            <Button kind="primary" busy={save.busy} onClick={() => void send()}>
              {words.saveColumns}
            </Button>
          </>
        )
      }
    >
      <Stack>
        <Refused problem={save.problem} />
        {table.titleLines.length > 0 && <p>{table.titleLines.join(' / ')}</p>}
        <Table
          caption={words.columns}
          rows={table.columns.filter(({ heading, role }) => heading !== '' || role !== 'ignore')}
          rowKey={({ column }) => column}
          columns={[
            {
              key: 'column',
              header: words.column,
              names: true,
              cell: ({ column, heading }) => (
                <>
                  {column} · {heading}
                </>
              ),
            },
            {
              key: 'role',
              header: words.meaning,
              width: '260px',
              cell: ({ column, role }) =>
                isOpen ? (
                  <SelectField
                    label={words.roleOf(column)}
                    inline
                    options={options}
                    value={roles[column] ?? role}
                    onChange={(next) => setRoles((before) => ({ ...before, [column]: next }))}
                  />
                ) : (
                  fieldWords(role)[language]
                ),
            },
            {
              key: 'why',
              header: words.why,
              quiet: true,
              cell: ({ why, confidence, role }) => (
                <>
                  {whyOf(why, words)} {confidence < 0.7 && role !== 'ignore' && <Badge tone="attention">{words.unsure}</Badge>}
                </>
              ),
            },
            { key: 'sample', header: words.sample, quiet: true, cell: ({ column }) => sampleOf(table, column) },
          ]}
        />
      </Stack>
    </Card>
  )
}

function whyOf(why: string, words: typeof messages.vi): string {
  if (why === 'mapping') return words.whyMapping
  return why === 'twice' ? words.whyTwice : why
}

/** The first few values under the column. */
function sampleOf(table: FoundTable, column: string): string {
  const index = [...column].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
  const values = table.sample.filter(({ row }) => row >= table.rows[0]).map(({ cells }) => cells[index] ?? '')
  return values.filter(Boolean).slice(0, 3).join(' · ')
}
