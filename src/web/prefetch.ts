import type { QueryKey } from '@tanstack/react-query'

/** What `read(op, input)` makes, whatever the operation. */
export type ReadOptions = { queryKey: QueryKey; queryFn?: unknown }
