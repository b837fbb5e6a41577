import type { PreviewRow } from '#modules/imports/row.contract.ts'
import { whyText } from '#modules/imports/why-text.ts'
import { Badge, type Tone } from '#web/kit/Badge.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { Language } from '#lib/language.ts'
import { useLocation } from 'react-router'
import { fieldWords } from './field-words.ts'
import { messages } from './messages.ts'
import { noteWords } from './note-words.ts'
import { useChosenRow } from './use-chosen-row.ts'

const tones: Record<PreviewRow['state'], Tone> = {
  new: 'success',
  same: 'quiet',
  changed: 'chosen',
  duplicate: 'attention',
  refused: 'error',
  left_out: 'quiet',
}

export function RowsTable({ rows }: { rows: PreviewRow[] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { chosen } = useChosenRow()
  const linkTo = useLinkToRow()
  return (
    <Table
      caption={words.preview}
      rows={rows}
      rowKey={({ number }) => String(number)}
      chosen={chosen === undefined ? undefined : String(chosen)}
      empty={words.noRows}
      stacks
      columns={[
        { key: 'row', header: words.row, align: 'right', quiet: true, cell: ({ row }) => row },
        {
          key: 'name',
          header: words.name,
          names: true,
          cell: (row) => <Link to={linkTo(row.number)}>{row.name || words.sheetRow(row.sheet, row.row)}</Link>,
        },
        { key: 'state', header: words.result, cell: ({ state }) => <Badge tone={tones[state]}>{words.rowStates[state]}</Badge> },
        { key: 'what', header: words.what, cell: (row) => saying(row, language, words) },
      ]}
    />
  )
}

/** The row in one line: why it is refused, what it would change, else the first of what was read. */
function saying(row: PreviewRow, language: Language, words: typeof messages.vi): string {
  if (row.refusals.length > 0 && row.state === 'refused')
    return row.refusals.map(({ column, why }) => `${column}${row.row}: ${whyText(why, language)}`).join(' ')
  if (row.state === 'left_out') return row.leftOutWhy ?? ''
  if (row.state === 'duplicate')
    return row.twinRow
      ? words.twin(row.twinRow)
      : row.options
          .filter(({ isWeak }) => !isWeak)
          .map(({ name, birth, unit }) => [name, birth, unit].filter(Boolean).join(', '))
          .join('; ')
  if (row.changes.length > 0)
    return row.changes
      .map(({ field, before, after }) => `${fieldWords(field)[language]}: ${before ? `${before} → ` : ''}${after}`)
      .join('; ')
  const shown = row.fields
    .filter(({ field }) => ['birth', 'post', 'unit', 'degree', 'theory', 'trainingKind', 'from', 'headCount'].includes(field))
    .map(({ text }) => text)
  const notes = row.notes.map(({ code }) => noteWords(code)[language])
  return [[...new Set(shown)].join(' · '), ...(notes.length > 0 ? [`(${notes.join('; ')})`] : [])].join(' ')
}

function useLinkToRow(): (number: number) => string {
  const { pathname, search } = useLocation()
  return (number) => {
    const next = new URLSearchParams(search)
    next.set('row', String(number))
    return `${pathname}?${next.toString()}`
  }
}
