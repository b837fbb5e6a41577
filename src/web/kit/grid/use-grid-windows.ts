import { useQueries, useQueryClient } from '@tanstack/react-query'

export type WindowSource<Row> = {
  total: number
  /** Rows in one window. */
  windowSize: number
  /** Everything the list depends on: operation, filter, order, day. */
  listKey: readonly unknown[]
  /** The rows of the window with this number, from 0; `onDemand` are the columns shown that are asked for only then. */
  loadWindow: (window: number, signal?: AbortSignal, onDemand?: readonly string[]) => Promise<Row[]>
}

/** Reads the windows in which the visible rows lie, and keeps the last ones read. */
export function useGridWindows<Row>(
  { total, windowSize, listKey, loadWindow }: WindowSource<Row>,
  visible: { first: number; last: number; onDemand: readonly string[] },
) {
  const queries = useQueryClient()
  const wanted = windowsBetween(visible.first, Math.min(visible.last, total - 1), windowSize)
  const options = (window: number) => ({
    queryKey: ['grid', ...listKey, ...visible.onDemand, window],
    queryFn: ({ signal }: { signal: AbortSignal }) => loadWindow(window, signal, visible.onDemand),
    staleTime: 60_000,
    // Another order or filter: the old rows stay in place until the new ones are here.
    placeholderData: (before: Row[] | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      query?.queryKey.at(-1) === window ? before : undefined,
  })
  const read = useQueries({ queries: wanted.map(options) })
  const rowsOf = new Map(wanted.map((window, index) => [window, read[index]?.data]))
  return {
    rowAt: (index: number): Row | undefined => rowsOf.get(Math.floor(index / windowSize))?.[index % windowSize],
    failed: read.find(({ isError }) => isError),
    /** The rows of a range, read from the server where they have not been yet; for copying. */
    rowsBetween: async (first: number, last: number): Promise<Row[]> => {
      const windows = windowsBetween(first, last, windowSize)
      const parts = await Promise.all(windows.map((window) => queries.fetchQuery(options(window))))
      const start = (windows[0] ?? 0) * windowSize
      return parts.flat().slice(first - start, last - start + 1)
    },
  }
}

function windowsBetween(first: number, last: number, size: number): number[] {
  if (last < first) return []
  const from = Math.floor(Math.max(0, first) / size)
  return Array.from({ length: Math.floor(last / size) - from + 1 }, (_, index) => from + index)
}
