import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf, ReplyOf } from '#lib/operation.ts'
import { call, Problem, type AnyOperation } from '#web/client.ts'

/**
 * A writing operation for a page. `send(input)` gives the reply, or null when it was refused; then `problem` tells why.
 * What has been read is read again afterwards, or only the operations named in `refresh`.
 */
export function useCommand<Op extends AnyOperation>(
  operation: Op,
  options: { refresh?: string[]; onDone?: (reply: ReplyOf<Op>) => void } = {},
) {
  const queries = useQueryClient()
  const mutation = useMutation<ReplyOf<Op>, Error, { input: InputOf<Op>; file?: File }>({
    mutationKey: [operation.id],
    mutationFn: ({ input, file }) => call(operation, input, file ? { file } : {}),
  })
  async function send(input: InputOf<Op>, file?: File): Promise<ReplyOf<Op> | null> {
    try {
      const reply = await mutation.mutateAsync(file ? { input, file } : { input })
      await refresh(queries, options.refresh)
      options.onDone?.(reply)
      return reply
    } catch (error) {
      if (error instanceof Problem) return null
      throw error
    }
  }
  return { send, busy: mutation.isPending, problem: problemOf(mutation.error), reset: mutation.reset }
}

function refresh(queries: ReturnType<typeof useQueryClient>, ids: string[] | undefined) {
  if (!ids) return queries.invalidateQueries()
  return queries.invalidateQueries({ predicate: ({ queryKey }) => ids.includes(String(queryKey[0])) })
}

function problemOf(error: Error | null): Problem | null {
  return error instanceof Problem ? error : null
}
