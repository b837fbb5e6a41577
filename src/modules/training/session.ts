import { addDays } from '#lib/days.ts'
import { warning, type Objection } from '#lib/override.ts'
import { fold } from '#lib/vietnamese-names.ts'

export type Course = { openedOn: string; /** The first day after the class. */ closedOn: string | null; periods: number | null }
export type Planned = { onDay: string; part: string; periods: number; lecturer: string | null; place: string | null }
/** A session of another class in the same part of a day; without a title where the caller may not know of that class. */
export type Other = Pick<Planned, 'onDay' | 'part' | 'lecturer' | 'place'> & { title: string | null; isOfOpener: boolean }

const mostAtOnce = 200

/** The days from one day to another that fall on the days of the week; 1 is Monday, none means every day. */
export function teachingDays({ from, until, weekdays }: { from: string; until: string | null; weekdays: readonly number[] }): string[] {
  const days: string[] = []
  for (let day = from; day <= (until ?? from) && days.length <= mostAtOnce; day = addDays(day, 1))
    if (weekdays.length === 0 || weekdays.includes(weekdayOf(day))) days.push(day)
  return days
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Why the sessions may not be so. `own` are those that the class has beside them, `others` those of other classes at the same time. */
export function sessionObjections(
  course: Course,
  sessions: readonly Planned[],
  around: { own: readonly Planned[]; others: readonly Other[] },
): Objection[] {
  if (sessions.length === 0) return [{ code: 'session-no-day' }]
  if (sessions.length > mostAtOnce) return [{ code: 'session-too-many', most: mostAtOnce }]
  const outside = sessions.filter(({ onDay }) => !isWithin(course, onDay))
  const taken = sessions.filter((one) => around.own.some((other) => isAtOnce(one, other)))
  return [
    ...(outside.length > 0 ? [{ code: 'session-outside-class', days: daysOf(outside), from: course.openedOn, to: course.closedOn }] : []),
    ...(taken.length > 0 ? [{ code: 'session-taken', days: daysOf(taken) }] : []),
    ...periodObjections(course, [...sessions, ...around.own]),
    ...clashes(sessions, around.others),
  ]
}

/** Sessions that other days of the class would leave outside it. */
export function courseObjections(course: Course, sessions: readonly Pick<Planned, 'onDay'>[]): Objection[] {
  const outside = sessions.filter(({ onDay }) => !isWithin(course, onDay))
  return outside.length > 0 ? [{ code: 'session-outside-class', days: daysOf(outside), from: course.openedOn, to: course.closedOn }] : []
}

/** A session with marks is removed only by somebody who says why; the marks are closed with it. */
export function removalObjections(marks: number): Objection[] {
  return marks > 0 ? [warning('session-has-marks', { marks })] : []
}

/** 'TS. Ma Thị Hòa; ông Lê An' are two people, whatever their titles are. */
export function lecturersOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[;\n]/)
    .map((one) =>
      fold(one)
        .replace(/^(?:(?:gs|pgs|ts|ths|th s|cn|bs|gv|gvc|ong|ba|dong chi|dc)[. ]+)+/, '')
        .trim(),
    )
    .filter((one) => one !== '')
}

function periodObjections({ periods: most }: Course, sessions: readonly Planned[]): Objection[] {
  const periods = sessions.reduce((sum, one) => sum + one.periods, 0)
  return most !== null && periods > most ? [warning('periods-over-class', { periods, most })] : []
}

/** A lecturer or a room twice in one part of a day. */
function clashes(sessions: readonly Planned[], others: readonly Other[]): Objection[] {
  const met = sessions.flatMap((one) => others.filter((other) => isAtOnce(one, other)).map((other) => ({ one, other })))
  const lecturers = met.filter(({ one, other }) => {
    const there = lecturersOf(other.lecturer)
    return lecturersOf(one.lecturer).some((name) => there.includes(name))
  })
  const rooms = met.filter(({ one, other }) => other.isOfOpener && one.place && other.place && fold(one.place) === fold(other.place))
  const said = (code: string, found: typeof met): Objection[] => {
    const [first] = found
    if (!first) return []
    const { lecturer, place, onDay, part } = first.one
    return [warning(code, { lecturer, place, day: onDay, part, class: first.other.title, times: found.length })]
  }
  return [...said('lecturer-busy', lecturers), ...said('room-busy', rooms)]
}

function isWithin({ openedOn, closedOn }: Course, day: string): boolean {
  return openedOn <= day && (closedOn === null || day < closedOn)
}

function isAtOnce(one: Pick<Planned, 'onDay' | 'part'>, other: Pick<Planned, 'onDay' | 'part'>): boolean {
  return one.onDay === other.onDay && one.part === other.part
}

function daysOf(sessions: readonly Pick<Planned, 'onDay'>[]): string[] {
  return [...new Set(sessions.map(({ onDay }) => onDay))]
}
