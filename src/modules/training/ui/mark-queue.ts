import type { Mark } from '#modules/training/attendance.contract.ts'

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Marks that the server has not taken yet, of one account and class; ids and times only, no name. */
export type MarkQueue = {
  all: () => Mark[]
  put: (marks: readonly Mark[]) => void
  /** Takes off what was sent, unless it was marked anew meanwhile. */
  settle: (sent: readonly Mark[]) => void
}

export function markQueue(place: Place, key: string): MarkQueue {
  const all = () => read(place, key)
  function write(marks: Mark[]) {
    if (marks.length === 0) place.removeItem(key)
    else place.setItem(key, JSON.stringify(marks))
  }
  return {
    all,
    put: (marks) => write([...all().filter((one) => !marks.some((mark) => isSamePlace(one, mark))), ...marks]),
    settle: (sent) => write(all().filter((one) => !sent.some((mark) => isSamePlace(one, mark) && one.markedAt === mark.markedAt))),
  }
}

function isSamePlace(one: Mark, other: Mark): boolean {
  return one.sessionId === other.sessionId && one.personId === other.personId
}

function read(place: Place, key: string): Mark[] {
  try {
    const marks: unknown = JSON.parse(place.getItem(key) ?? '[]')
    return Array.isArray(marks) ? (marks as Mark[]) : []
  } catch {
    return [] // Nobody else writes there; what cannot be read was not ours.
  }
}
