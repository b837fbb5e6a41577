import type { AttendanceState } from './attendance.contract.ts'

export type Sent = { sessionId: string; personId: string; state: AttendanceState; markedAt: string }
export type Standing = { id: string; sessionId: string; personId: string; state: AttendanceState; markedAt: string; markedBy: string }
export type Judged<S extends Sent> = {
  /** To be written, with the mark that each replaces. */
  write: { mark: S; replaces: Standing | null }[]
  /** Stands already as it was sent. */
  same: S[]
  /** A later mark of another device stands. */
  outdone: { mark: S; by: Standing }[]
}

/** Of two marks of one person in one session the later counts; of two at the same instant the one that came first. */
export function judgeMarks<S extends Sent>(sent: readonly S[], standing: readonly Standing[]): Judged<S> {
  const stands = new Map(standing.map((one) => [keyOf(one), one]))
  const judged: Judged<S> = { write: [], same: [], outdone: [] }
  for (const mark of lastOfEach(sent)) {
    const before = stands.get(keyOf(mark)) ?? null
    if (before && before.state === mark.state && before.markedAt >= mark.markedAt) judged.same.push(mark)
    else if (before && before.markedAt >= mark.markedAt) judged.outdone.push({ mark, by: before })
    else judged.write.push({ mark, replaces: before })
  }
  return judged
}

/** No mark is of a time to come: a clock that runs ahead would win for ever. */
export function notAfter<S extends Sent>(mark: S, now: string): S {
  return mark.markedAt > now ? { ...mark, markedAt: now } : mark
}

/** The session that a phone opens: the one of today, by the hour, else the last before today, else the first to come. */
export function sessionOfNow<S extends { onDay: string; part: string }>(
  sessions: readonly S[],
  today: string,
  hour: number,
): S | undefined {
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const ofToday = sessions.filter(({ onDay }) => onDay === today)
  return ofToday.find((one) => one.part === part) ?? ofToday.at(-1) ?? sessions.findLast(({ onDay }) => onDay < today) ?? sessions[0]
}

function keyOf({ sessionId, personId }: Pick<Sent, 'sessionId' | 'personId'>): string {
  return `${sessionId} ${personId}`
}

function lastOfEach<S extends Sent>(sent: readonly S[]): S[] {
  const last = new Map<string, S>()
  for (const mark of sent) {
    const other = last.get(keyOf(mark))
    if (!other || other.markedAt <= mark.markedAt) last.set(keyOf(mark), mark)
  }
  return [...last.values()]
}
