import { useQuery } from '@tanstack/react-query'
import type { FormAnswer } from '#modules/statistics/form.contract.ts'
import { compareSubmission } from '#modules/statistics/submission.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { FormSearch, SetFormSearch } from './FormFilters.tsx'
import { messages } from './form-messages.ts'

/** What changed since a form was handed in: cell by cell, with who came in and who went out. */
export function Comparison({ search, answer, set }: { search: FormSearch; answer: FormAnswer; set: SetFormSearch }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const compared = useQuery(read(compareSubmission, { submissionId: search.compare ?? '', with: search.submission }))
  const columnName = (key: string) => {
    const at = answer.columns.findIndex((one) => one.key === key)
    return `${at + 3} · ${answer.columns[at]?.label[language] ?? key}`
  }
  const people = (persons: { personId: string; name: string }[]) =>
    persons.map(({ personId, name }, at) => (
      <span key={personId}>
        {at > 0 && ', '}
        <PersonLink id={personId} name={name} />
      </span>
    ))
  const title = compared.data ? words.changed(format.number(compared.data.cells.length)) : words.compared
  const about =
    compared.data &&
    words.comparedAbout(
      format.instant(compared.data.before.submittedAt),
      compared.data.after ? format.instant(compared.data.after.submittedAt) : words.now,
    )
  return (
    <Card flush title={title} about={about} actions={<Button onClick={() => set({ compare: undefined })}>{words.close}</Button>}>
      <Loaded query={compared} rows={4}>
        {({ cells }) => (
          <Table
            caption={words.compared}
            rows={cells}
            rowKey={({ row, column }) => `${row} ${column}`}
            empty={words.noChange}
            stacks
            columns={[
              { key: 'row', header: words.row, names: true, cell: ({ label }) => label[language] },
              { key: 'column', header: words.column, cell: ({ column }) => columnName(column) },
              { key: 'before', header: words.before, align: 'right', cell: ({ before }) => format.number(before[search.count]) },
              { key: 'after', header: words.after, align: 'right', cell: ({ after }) => format.number(after[search.count]) },
              { key: 'came', header: words.came, cell: ({ came }) => people(came) },
              { key: 'went', header: words.went, cell: ({ went }) => people(went) },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
