import './day-picker.css'
import { useState, type FormEvent } from 'react'
import { useDay } from '#web/day.ts'
import { formatDay } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Popover } from '#web/kit/Popover.tsx'
import { messages } from '#web/shell/messages.ts'
import { useWords } from '#web/words.ts'

/** Sets the day of everything that is shown; any day but today is tinted. */
export function DayPicker() {
  const words = useWords(messages)
  const { day, today, isToday, setDay } = useDay()
  const [opened, setOpened] = useState(false)
  const text = isToday ? words.today : formatDay(day)
  function choose(next: string) {
    setDay(next)
    setOpened(false)
  }
  const button = (
    <button
      type="button"
      className="kc-day"
      data-past={isToday ? undefined : ''}
      title={isToday ? undefined : words.notToday(formatDay(day))}
      aria-haspopup="dialog"
      onClick={() => setOpened(!opened)}
    >
      <span className="kc-wide-only">{words.viewedOn}</span>
      <span className="kc-narrow-only">{words.on}</span> <strong>{text}</strong>
      <Icon name="down" size={14} />
    </button>
  )
  return (
    <Popover opened={opened} onChange={setOpened} label={words.chooseDay} button={button}>
      <div className="kc-day-panel">
        <DayChoice day={today} chosen={day} onChoose={choose} label={words.today} note={formatDay(today)} />
        <DayChoice day="2025-07-01" chosen={day} onChoose={choose} label="01/07/2025" note={words.afterReorganisation} />
        <DayChoice day="2025-06-30" chosen={day} onChoose={choose} label="30/06/2025" note={words.beforeReorganisation} />
        <div role="group" aria-label={words.endOfYear}>
          <div className="kc-muted kc-small">{words.endOfYear}</div>
          <div className="kc-day-years">
            {lastYears(today).map((year) => (
              <DayChoice key={year} day={`${year}-12-31`} chosen={day} onChoose={choose} label={String(year)} />
            ))}
          </div>
        </div>
        <OtherDay key={day} day={day} onChoose={choose} />
      </div>
    </Popover>
  )
}

function DayChoice({
  day,
  chosen,
  label,
  note,
  onChoose,
}: {
  day: string
  chosen: string
  label: string
  note?: string
  onChoose: (day: string) => void
}) {
  return (
    <button type="button" className="kc-day-choice" aria-pressed={day === chosen} onClick={() => onChoose(day)}>
      {label}
      {note && <small>{note}</small>}
    </button>
  )
}

function OtherDay({ day, onChoose }: { day: string; onChoose: (day: string) => void }) {
  const words = useWords(messages)
  const [typed, setTyped] = useState(day)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) onChoose(typed)
  }
  return (
    <form className="kc-day-form" onSubmit={submit}>
      <DateField label={words.anotherDay} precision="day" value={typed} onChange={setTyped} />
      <Button type="submit">{words.view}</Button>
    </form>
  )
}

function lastYears(today: string): number[] {
  const last = Number(today.slice(0, 4)) - 1
  return Array.from({ length: 10 }, (_, index) => last - index)
}
