import type { CalendarClass, CalendarSession } from '#modules/training/calendar.contract.ts'
import { milestonesOf } from '#modules/training/milestone.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { MonthTable, type MonthEntry } from '#web/kit/MonthTable.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './calendar-messages.ts'
import { partNames, weekdayNames } from './session-words.ts'

export function CalendarMonth({
  caption,
  month,
  chosen,
  classes,
  sessions,
  onDay,
}: {
  caption: string
  month: string
  chosen: string | undefined
  classes: CalendarClass[]
  sessions: CalendarSession[]
  onDay: (day: string) => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { today } = useDay()
  const titles = new Map(classes.map(({ classId, title }) => [classId, title]))
  const days = Map.groupBy(
    [
      ...classes.flatMap((one) => milestonesOf(one).map(({ day, what }) => ({ day, entry: milestone(one, what) }))),
      ...sessions.map((one) => ({ day: one.onDay, entry: entryOf(one, titles.get(one.classId) ?? '') })),
    ],
    ({ day }) => day,
  )
  return (
    <MonthTable
      caption={caption}
      month={month}
      today={today}
      chosen={chosen}
      weekdays={Object.values(weekdayNames).map((name) => name[language])}
      // What clashes comes first: a full day shows only its first entries.
      entriesOf={(day) =>
        (days.get(day) ?? []).map(({ entry }) => entry).toSorted((a, b) => Number(b.alarm !== undefined) - Number(a.alarm !== undefined))
      }
      dayName={(day, count) => words.day(formatDay(day), format.number(count))}
      more={(count) => words.more(format.number(count))}
      onDay={onDay}
    />
  )

  function entryOf({ sessionId, classId, part, lecturer, place, clashes }: CalendarSession, label: string): MonthEntry {
    return {
      key: sessionId,
      mark: partNames[part][language],
      label,
      to: `${paths.class(classId)}?tab=sessions`,
      about: [lecturer, place].filter(Boolean).join(' · '),
      alarm: clashes.length > 0 ? [...new Set(clashes.map(({ what }) => words[what]))].join(', ') : undefined,
    }
  }
  function milestone({ classId, title, place }: CalendarClass, what: 'opens' | 'closes'): MonthEntry {
    return { key: `${classId} ${what}`, mark: words[what], label: title, to: paths.class(classId), about: place ?? '', quiet: true }
  }
}
