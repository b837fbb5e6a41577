import { z } from 'zod'

/** A warning that someone answers for: which, and why it is recorded all the same. */
export const overrideShape = z
  .array(z.object({ code: z.string().max(60), reason: z.string().trim().min(3).max(500) }))
  .max(20)
  .default([])
export type Overrides = z.output<typeof overrideShape>

export type Objection = { code: string; overridable?: boolean } & Record<string, unknown>

/** What still stands in the way: every hard objection, and the warnings that nobody has answered for. */
export function standing(objections: readonly Objection[], overrides: Overrides): Objection[] {
  return objections.filter(({ code, overridable }) => !overridable || !overrides.some((override) => override.code === code))
}

/** A warning as an objection that a reason overrides. */
export function warning(code: string, values: Record<string, unknown> = {}): Objection {
  return { ...values, code, overridable: true }
}
