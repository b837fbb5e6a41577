import type { z } from 'zod'
import { buildRoutes } from '#app'
import type { Operation } from '#lib/operation.ts'
import { appendEntry } from '#modules/audit/entry.sql.ts'
import type { Actor } from '#server/operations.ts'
import { perform, type House } from '#server/perform.ts'

/** The office at its work: acts by the operations that the pages use, each at its own instant of the demo's years. */
export type Office = {
  call: <I extends z.ZodObject, O extends z.ZodType>(op: Operation<I, O>, input: z.input<I>) => Promise<z.output<O>>
}

export function officeAt(house: House, actor: Actor, at: Date): Office {
  const routes = buildRoutes()
  // Who is to be seen where is settled for today, whenever it was that the act was done.
  const then = { ...house, appendEntry, clock: () => at, assureDay: async () => undefined }
  return {
    call: async (op, input) => {
      const route = routes.find((one) => one.op.id === op.id)
      if (!route) throw new Error(`No route for ${op.id}`)
      return (await perform(then, route, input, actor)) as never // the operation's own reply
    },
  }
}

/** An hour of a day in Hanoi. */
export function instant(day: string, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`)
}
