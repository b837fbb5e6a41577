import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '#web/client.ts'
import { noteExpiry } from '#web/expiry.ts'

/** What has been read stays fresh for half a minute; only an unreachable or faulty server is asked again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteExpiry }),
    mutationCache: new MutationCache({ onError: noteExpiry }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  })
}
