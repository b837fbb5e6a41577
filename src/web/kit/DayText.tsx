import { useFormat } from '#web/format.ts'

/** A stored date ('1983-05-02', '1983-05', '1983') as it is read; a dash when unknown. */
export function DayText({ value }: { value: string | null | undefined }) {
  const format = useFormat()
  if (!value) return <span className="kc-muted">–</span>
  return <time dateTime={value}>{format.day(value)}</time>
}

/** From a day to the last day inside, '…' when open. */
export function PeriodText({ from, to }: { from: string | null; to: string | null }) {
  return <span className="kc-nowrap">{useFormat().period(from, to)}</span>
}

/** When something was done, by the office's clock. */
export function InstantText({ value }: { value: string | Date | null }) {
  const format = useFormat()
  if (!value) return <span className="kc-muted">–</span>
  return <time dateTime={new Date(value).toISOString()}>{format.instant(value)}</time>
}
