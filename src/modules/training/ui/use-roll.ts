import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReplyOf } from '#lib/operation.ts'
import { markAttendance, readRoll, type AttendanceState, type Mark } from '#modules/training/attendance.contract.ts'
import { call, Problem, read } from '#web/client.ts'
import { noteExpiry } from '#web/expiry.ts'
import { useSession } from '#web/session.tsx'
import { markQueue } from './mark-queue.ts'

export type Answer = ReplyOf<typeof markAttendance>
type Trouble = 'offline' | 'signed-out' | 'refused' | null

const perBatch = 500
const pauseInMs = 700
const againInMs = 8_000
const clockKey = 'kecan.attendance.clock'

/** The roll of a session with the marks made on this device, which are sent when they can be. */
export function useRoll(classId: string, sessionId: string | undefined) {
  const queries = useQueryClient()
  const { account } = useSession()
  const query = useQuery({
    ...read(readRoll, { classId, sessionId }),
    networkMode: 'always' as const,
    retry: false,
    refetchOnReconnect: true,
  })
  const queue = useMemo(() => markQueue(localStorage, `kecan.attendance.${account?.id ?? ''}.${classId}`), [account?.id, classId])
  const [queued, setQueued] = useState(() => queue.all())
  const [trouble, setTrouble] = useState<Trouble>(null)
  const [answers, setAnswers] = useState<Answer[]>([])
  const isSending = useRef(false)
  const aheadInMs = useClock(query.data?.now)

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (let batch = queue.all().slice(0, perBatch); batch.length > 0; batch = queue.all().slice(0, perBatch)) {
        const answer = await call(markAttendance, { classId, marks: batch })
        queue.settle(batch)
        if (answer.outdone.length + answer.gone.length + answer.goneSessions.length > 0) setAnswers((before) => [...before, answer])
        await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('training.') })
        // Only now: until the roll is read again the marks are shown from here.
        setQueued(queue.all())
      }
      setTrouble(null)
    } catch (error) {
      noteExpiry(error)
      setTrouble(troubleOf(error))
    } finally {
      isSending.current = false
    }
  }, [classId, queries, queue])

  useEffect(() => {
    if (queued.length === 0) return undefined
    const timer = setTimeout(() => void send(), trouble ? againInMs : pauseInMs)
    const goOn = () => void send()
    globalThis.addEventListener('online', goOn)
    return () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', goOn)
    }
  }, [queued, trouble, send])

  // Whoever goes on at once leaves nothing behind.
  useEffect(() => () => void send(), [send])

  function mark(personIds: readonly string[], state: AttendanceState) {
    const session = query.data?.sessionId
    if (!session) return
    const markedAt = new Date(Date.now() + aheadInMs()).toISOString()
    queue.put(personIds.map((personId) => ({ sessionId: session, personId, state, markedAt })))
    setQueued(queue.all())
  }
  return { query, queued, trouble, answers, mark, send, stateOf: stateOf(queued, query.data?.sessionId) }
}

/** How far the server's clock is ahead of this device's, as last heard: marks of devices that run wrong are still told apart. */
function useClock(now: string | undefined): () => number {
  useEffect(() => {
    if (now) localStorage.setItem(clockKey, String(Date.parse(now) - Date.now()))
  }, [now])
  return () => Number(localStorage.getItem(clockKey)) || 0
}

function stateOf(queued: readonly Mark[], sessionId: string | null | undefined) {
  const own = new Map(queued.filter((one) => one.sessionId === sessionId).map(({ personId, state }) => [personId, state]))
  return ({ personId, state }: { personId: string; state: AttendanceState | null }) => own.get(personId) ?? state
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Problem)) throw error
  if (error.status === 0 || error.status >= 500) return 'offline'
  return error.status === 401 ? 'signed-out' : 'refused'
}
