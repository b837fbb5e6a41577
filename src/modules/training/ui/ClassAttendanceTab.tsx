import { useQuery } from '@tanstack/react-query'
import { exportSheet, readMatrix } from '#modules/training/attendance.contract.ts'
import { addressOf, read } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { DownloadLink, Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './attendance-messages.ts'
import { partNames } from './session-words.ts'

const signs: Record<string, string> = { p: 'x', a: 'V', e: 'P', '-': '–' }

/** Who came to which session. */
export function ClassAttendanceTab({ classId, mayWrite }: { classId: string; mayWrite: boolean }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const query = useQuery(read(readMatrix, { classId }))
  return (
    <Loaded query={query}>
      {({ sessions, learners }) => {
        const marked = learners.reduce((sum, one) => sum + one.marked, 0)
        const attended = learners.reduce((sum, one) => sum + one.attended, 0)
        const nothing = sessions.length === 0 ? words.noSessions : learners.length === 0 ? words.noLearners : null
        if (nothing) {
          return (
            <Card>
              <Empty title={nothing} />
            </Card>
          )
        }
        return (
          <Card
            flush
            title={marked === 0 ? words.noMarks : words.title(format.percent(attended / marked))}
            about={words.key}
            actions={
              <>
                {mayWrite && (
                  <Link kind="button" reloadDocument to={paths.attendance(classId)}>
                    {words.take}
                  </Link>
                )}
                <DownloadLink kind="button" href={addressOf(exportSheet, { classId, language })}>
                  {words.export}
                </DownloadLink>
              </>
            }
          >
            <Table
              caption={words.attendance}
              rows={learners}
              rowKey={({ personId }) => personId}
              columns={[
                { key: 'number', header: words.number, align: 'right', quiet: true, cell: (_, index) => format.number(index + 1) },
                {
                  key: 'name',
                  header: words.name,
                  names: true,
                  cell: ({ personId, name, canOpen }) => (canOpen ? <PersonLink id={personId} name={name} /> : name),
                },
                {
                  key: 'attended',
                  header: words.attended,
                  align: 'right' as const,
                  cell: (one) => (one.marked === 0 ? '–' : `${format.number(one.attended)} / ${format.number(one.marked)}`),
                },
                {
                  key: 'share',
                  header: words.share,
                  align: 'right' as const,
                  cell: (one) => (one.marked === 0 ? '–' : format.percent(one.attended / one.marked)),
                },
                ...sessions.map(({ sessionId, onDay, part }, at) => ({
                  key: sessionId,
                  header: `${formatDay(onDay).slice(0, 5)} ${partNames[part][language]}`,
                  cell: ({ marks }: { marks: string }) => signs[marks.charAt(at)] ?? '',
                })),
              ]}
            />
          </Card>
        )
      }}
    </Loaded>
  )
}
