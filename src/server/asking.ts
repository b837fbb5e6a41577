import type { z } from 'zod'
import type { Operation } from '#lib/operation.ts'
import { command, query, type CommandContext, type QueryContext, type Route } from './operations.ts'

/** A query over what another system is asked first: no transaction waits for its answer. */
export function queryAfter<I extends z.ZodObject, O extends z.ZodType, A>(
  op: Operation<I, O>,
  ask: (input: z.output<I>, context: QueryContext) => Promise<A>,
  handler: (asked: A, context: QueryContext) => Promise<z.input<O>>,
): Route {
  return { ...query(op, (_, context) => handler(context.asked as A, context)), ask: asAsked(ask) }
}

/** A command over what another system is asked first; what it answered stands in `asked`, however often the transaction is tried. */
export function commandAfter<I extends z.ZodObject, O extends z.ZodType, A>(
  op: Operation<I, O>,
  ask: (input: z.output<I>, context: QueryContext) => Promise<A>,
  handler: (asked: A, context: CommandContext) => ReturnType<Parameters<typeof command<I, O>>[1]>,
): Route {
  return { ...command(op, (_, context) => handler(context.asked as A, context)), ask: asAsked(ask) }
}

function asAsked<I>(ask: (input: I, context: QueryContext) => Promise<unknown>): NonNullable<Route['ask']> {
  // `perform` has parsed the input by the operation's own shape.
  return (input, context) => ask(input as I, context)
}
