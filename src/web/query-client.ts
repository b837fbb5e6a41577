import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '#web/client.ts'
import { noteExpiry } from '#web/expiry.ts'
import { noteOutage, outageOf } from '#web/outage.ts'

const longestPauseInMs = 5_000

/** What has been read stays fresh for half a minute; while the server cannot answer it is asked until it can, and a command never twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteExpiry, onSuccess: () => noteOutage(null) }),
    mutationCache: new MutationCache({ onError: noteExpiry }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: askAgain,
        retryDelay: (count) => Math.min(1_000 * 2 ** count, longestPauseInMs),
      },
      mutations: { retry: false },
    },
  })
}

/** Whether to ask again; noted on the way, since a page that waits has no error to show. */
export function askAgain(count: number, error: unknown): boolean {
  const outage = outageOf(error)
  if (outage) noteOutage(outage)
  return outage !== null || (count < 2 && error instanceof Problem && error.status === 0)
}
