import type { PreviewRow } from '#modules/imports/row.contract.ts'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { fieldWords } from './field-words.ts'
import { messages } from './messages.ts'

/** Known and said, cell by cell. */
export function Changes({ changes }: { changes: PreviewRow['changes'] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <Table
      caption={words.willChange}
      rows={changes}
      rowKey={({ field, after }) => field + after}
      columns={[
        { key: 'field', header: words.field, names: true, cell: ({ field }) => fieldWords(field)[language] },
        { key: 'before', header: words.before, quiet: true, cell: ({ before }) => before ?? '–' },
        { key: 'after', header: words.after, cell: ({ after }) => after },
      ]}
    />
  )
}
