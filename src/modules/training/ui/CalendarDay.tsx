import type { CalendarClass, CalendarSession } from '#modules/training/calendar.contract.ts'
import { milestonesOf } from '#modules/training/milestone.ts'
import { weekdayOf } from '#modules/training/session.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Link } from '#web/kit/Link.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './calendar-messages.ts'
import { partNames, weekdayNames } from './session-words.ts'

/** Everything taught on a day, and with which class each clash is. */
export function CalendarDay({
  day,
  classes,
  sessions,
  onClose,
}: {
  day: string
  classes: CalendarClass[]
  sessions: CalendarSession[]
  onClose: () => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const titles = new Map(classes.map(({ classId, title }) => [classId, title]))
  const those = sessions.filter(({ onDay }) => onDay === day)
  const turning = classes.flatMap((one) => milestonesOf(one).flatMap((of) => (of.day === day ? [{ ...one, what: of.what }] : [])))
  return (
    <SideList
      title={words.dayTitle(formatDay(day))}
      about={`${weekdayNames[weekdayOf(day)]?.[language] ?? ''} · ${words.dayCount(format.number(those.length))}`}
      onClose={onClose}
    >
      {turning.length > 0 && (
        <Stack>
          {turning.map(({ classId, title, what }) => (
            <div key={`${classId} ${what}`}>
              <span className="kc-muted">{words[what]}:</span> <Link to={paths.class(classId)}>{title}</Link>
            </div>
          ))}
        </Stack>
      )}
      {those.length > 0 && (
        <Table
          caption={words.dayTitle(formatDay(day))}
          rows={those}
          rowKey={({ sessionId }) => sessionId}
          columns={[
            { key: 'part', header: words.part, cell: ({ part }) => partNames[part][language] },
            {
              key: 'what',
              header: words.what,
              names: true,
              cell: ({ classId, topic, lecturer, place, periods, clashes }) => (
                <>
                  <Link to={`${paths.class(classId)}?tab=sessions`}>{titles.get(classId)}</Link>
                  <div className="kc-muted kc-small">
                    {[topic, lecturer, place, words.periods(format.number(periods))].filter(Boolean).join(' · ')}
                  </div>
                  {clashes.map((clash) => (
                    <div key={`${clash.what} ${clash.with}`}>
                      <Badge tone="attention">{words[clash.what]}</Badge>{' '}
                      <span className="kc-small">{words.with(clash.with ?? words.hidden)}</span>
                    </div>
                  ))}
                </>
              ),
            },
          ]}
        />
      )}
    </SideList>
  )
}
