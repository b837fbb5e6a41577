import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, type ReactNode } from 'react'
import { readSession, type Session } from '#modules/access/session.contract.ts'
import { read } from '#web/client.ts'
import { Failure } from '#web/kit/Failure.tsx'
import { useLanguage } from '#web/language.tsx'
import { forgetKeptPages } from '#web/kept-pages.ts'
import { Today } from '#web/today.ts'

const Present = createContext<Session | null>(null)

/** Who is signed in, in which authority, on which day. */
export function useSession(): Session {
  const session = use(Present)
  if (!session) throw new Error('useSession stands outside SessionProvider')
  return session
}

/** Whether the signed-in account has a permission somewhere; the server decides again for each unit. */
export function useMay(): (permission: string | undefined) => boolean {
  const { account } = useSession()
  return (permission) => {
    if (permission === undefined || permission === 'everyone') return true
    return account !== null && (permission === 'signed-in' || account.permissions.includes(permission))
  }
}

/** Reads the session before anything else is shown. */
export function SessionProvider({ children }: { children: ReactNode }) {
  // Asked without a network, too: a page that works then has the answer kept.
  const session = useQuery({ ...read(readSession, {}), staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' })
  useLanguageOf(session.data?.account ?? null)
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />
  if (!session.data) return null
  return (
    <Present value={session.data}>
      <Today value={session.data.today}>{children}</Today>
    </Present>
  )
}

/** Puts a new session in place after signing in or out; what another account had read is forgotten. */
export function useNewSession(): (session: Session | null, sameAccount: boolean) => Promise<void> {
  const queries = useQueryClient()
  return async (session, sameAccount) => {
    if (!sameAccount) void forgetKeptPages()
    if (!sameAccount) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== readSession.id })
    if (session) queries.setQueryData([readSession.id, {}], session)
    await queries.invalidateQueries()
  }
}

/** On a browser that has not chosen, the language is the one kept for the account. */
function useLanguageOf(account: Session['account']) {
  const { suggest } = useLanguage()
  const kept = account?.language
  useEffect(() => {
    if (kept) suggest(kept)
  }, [kept, suggest])
}
