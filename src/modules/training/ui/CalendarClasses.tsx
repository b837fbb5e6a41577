import { addDays } from '#lib/days.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import type { CalendarClass } from '#modules/training/calendar.contract.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './calendar-messages.ts'

/** The classes that run in the month, also those whose sessions nobody has entered. */
export function CalendarClasses({ classes }: { classes: CalendarClass[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return (
    <Card flush title={words.classes}>
      <Table
        stacks
        caption={words.classes}
        rows={classes}
        rowKey={({ classId }) => classId}
        columns={[
          { key: 'class', header: words.class, names: true, cell: ({ classId, title }) => <Link to={paths.class(classId)}>{title}</Link> },
          { key: 'kind', header: words.kind, cell: ({ kind }) => trainingName(kind)[language] },
          { key: 'opener', header: words.opener, cell: ({ opener }) => opener[language] },
          { key: 'opened', header: words.opened, cell: ({ openedOn }) => formatDay(openedOn) },
          { key: 'last', header: words.lastDay, cell: ({ closedOn }) => closedOn && formatDay(addDays(closedOn, -1)) },
          { key: 'sessions', header: words.sessions, align: 'right', cell: ({ sessions }) => format.number(sessions) },
        ]}
      />
    </Card>
  )
}
