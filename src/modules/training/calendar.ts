import { fold } from '#lib/vietnamese-names.ts'
import { lecturersOf } from './session.ts'

export type Meeting = {
  sessionId: string
  openerUnitId: string
  onDay: string
  part: string
  lecturer: string | null
  place: string | null
  /** Null where the caller may not know of that class. */
  classTitle: string | null
}
/** The same lecturer, or the same room of one opener, in the same part of a day. */
export type Clash = { what: 'lecturer' | 'room'; with: string | null }

/** The clashes of each session that has any; a school's room is not the room of the same name elsewhere. */
export function clashesOf(meetings: readonly Meeting[]): Map<string, Clash[]> {
  const users = new Map<string, Meeting[]>()
  for (const one of meetings) for (const { key } of claimsOf(one)) users.set(key, [...(users.get(key) ?? []), one])
  return new Map(
    meetings.flatMap((one) => {
      const clashes = claimsOf(one).flatMap(({ what, key }) =>
        (users.get(key) ?? [])
          .filter((other) => other !== one)
          .map((other) => ({ what, with: other.classTitle, key: `${what} ${other.sessionId}` })),
      )
      // Two lecturers in common are one clash with that class.
      const once = [...new Map(clashes.map(({ key, ...clash }) => [key, clash])).values()]
      return once.length > 0 ? [[one.sessionId, once] as const] : []
    }),
  )
}

/** What a session takes for itself: its lecturers and its room at a time. */
function claimsOf({ openerUnitId, onDay, part, lecturer, place }: Meeting): { what: Clash['what']; key: string }[] {
  const room = fold(place ?? '')
  return [
    ...[...new Set(lecturersOf(lecturer))].map((name) => ({ what: 'lecturer' as const, key: `${onDay} ${part} lecturer ${name}` })),
    ...(room === '' ? [] : [{ what: 'room' as const, key: `${onDay} ${part} room ${openerUnitId} ${room}` }]),
  ]
}
