import './MonthTable.css'
import { formatDay } from '#web/format.ts'
import { Link } from '#web/kit/Link.tsx'
import { weeksOf } from '#web/kit/month-weeks.ts'

/** One thing of a day. `alarm` says in words what is wrong with it; the hatching beside it only draws the eye. */
export type MonthEntry = {
  key: string
  mark: string
  label: string
  to: string
  about?: string
  alarm?: string | undefined
  quiet?: boolean
}

/** How many of a day stand in its cell where a week is a row; the rest is opened with the day. */
const mostInCell = 4

/** A month as a calendar; on a phone, where no week fits, the days that hold something below each other. */
export function MonthTable({
  caption,
  month,
  today,
  chosen,
  weekdays,
  entriesOf,
  dayName,
  more,
  onDay,
}: {
  caption: string
  /** '2026-11'. */
  month: string
  today: string
  chosen: string | undefined
  /** Monday first. */
  weekdays: readonly string[]
  entriesOf: (day: string) => readonly MonthEntry[]
  /** What the button of a day is called. */
  dayName: (day: string, count: number) => string
  more: (count: number) => string
  onDay: (day: string) => void
}) {
  return (
    <table className="kc-month">
      <caption className="kc-table-caption">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day, at) => {
              const entries = entriesOf(day)
              const rest = entries.length - mostInCell
              const isInMonth = day.startsWith(month)
              return (
                <td
                  key={day}
                  data-outside={isInMonth ? undefined : ''}
                  data-empty={entries.length === 0 ? '' : undefined}
                  data-today={day === today ? '' : undefined}
                  data-chosen={day === chosen ? '' : undefined}
                >
                  {isInMonth && (
                    <>
                      <DayHead
                        day={day}
                        weekday={weekdays[at] ?? ''}
                        name={dayName(day, entries.length)}
                        isOpen={entries.length > 0}
                        onDay={onDay}
                      />
                      <Entries entries={entries} />
                      {rest > 0 && (
                        <button type="button" className="kc-month-more" onClick={() => onDay(day)}>
                          {more(rest)}
                        </button>
                      )}
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Head = { day: string; weekday: string; name: string; isOpen: boolean; onDay: (day: string) => void }

function DayHead({ day, weekday, name, isOpen, onDay }: Head) {
  const number = Number(day.slice(8))
  return (
    <div className="kc-month-day">
      {isOpen ? (
        <button type="button" aria-label={name} onClick={() => onDay(day)}>
          {number}
        </button>
      ) : (
        <span>{number}</span>
      )}
      <strong aria-hidden="true">
        {weekday} {formatDay(day)}
      </strong>
    </div>
  )
}

function Entries({ entries }: { entries: readonly MonthEntry[] }) {
  if (entries.length === 0) return null
  return (
    <ul>
      {entries.map(({ key, mark, label, to, about, alarm, quiet }, at) => (
        <li key={key} data-alarm={alarm ? '' : undefined} data-quiet={quiet ? '' : undefined} data-over={at >= mostInCell ? '' : undefined}>
          <Link kind="quiet" to={to} title={[label, about, alarm].filter(Boolean).join(' · ')}>
            <span className="kc-month-mark">{mark}</span> <span className="kc-month-label">{label}</span>
          </Link>
          {about && <small>{about}</small>}
          {alarm && <em>{alarm}</em>}
        </li>
      ))}
    </ul>
  )
}
