import { useLocation, useNavigate, useSearchParams, type NavigateOptions } from 'react-router'
import { useToday } from '#web/today.ts'

export const dayParameter = 'day'

/** The day as of which everything is shown; it lives in the address, and its absence means today. */
export function useDay() {
  const [search, setSearch] = useSearchParams()
  const today = useToday()
  const day = dayIn(search) ?? today
  function setDay(next: string) {
    setSearch((before) => withDayIn(before, next === today ? null : next))
  }
  return { day, today, isToday: day === today, setDay }
}

/** Goes to a page of ours and keeps the chosen day. */
export function useGo() {
  const navigate = useNavigate()
  const { search } = useLocation()
  return (to: string, options?: NavigateOptions): void => {
    void navigate(keepDay(to, search), options)
  }
}

/** `to` with the day of the present address, unless `to` names its own. */
export function keepDay(to: string, presentSearch: string): string {
  const day = dayIn(new URLSearchParams(presentSearch))
  const url = new URL(to, 'http://here')
  if (!day || url.searchParams.has(dayParameter)) return to
  url.searchParams.set(dayParameter, day)
  return url.pathname + url.search + url.hash
}

/** The day of an address, when it names a real one. */
export function dayIn(search: URLSearchParams): string | null {
  const day = search.get(dayParameter) ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null
}

function withDayIn(search: URLSearchParams, day: string | null): URLSearchParams {
  const next = new URLSearchParams(search)
  next.delete(dayParameter)
  if (day) next.set(dayParameter, day)
  return next
}
