import './States.css'
import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Failure } from '#web/kit/Failure.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'

/** Shows what a query read: a skeleton at first, the old data while new data comes, the failure with a way on. */
export function Loaded<Data>({
  query,
  rows,
  skeleton,
  children,
}: {
  query: UseQueryResult<Data>
  rows?: number
  skeleton?: ReactNode
  children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) {
    return (
      <div className={query.isPlaceholderData ? 'kc-stale' : undefined} aria-busy={query.isFetching}>
        {children(query.data)}
      </div>
    )
  }
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return skeleton ?? <Skeleton rows={rows ?? 6} />
}
