import type { z } from 'zod'
import { passwordObjections } from '#modules/access/password.ts'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { useSession } from '#web/session.tsx'

/** A form's shape whose `field` must be a password the server will take; the trouble stands at the field, in the server's own words. */
export function usePasswordRule(): <Shape extends z.ZodObject>(
  shape: Shape,
  field: string,
  namesOf: (values: Record<string, unknown>) => string[],
) => Shape {
  const refusalText = useRefusalText()
  const { authority } = useSession()
  return (shape, field, namesOf) =>
    shape.superRefine((values, context) => {
      const [objection] = passwordObjections(String(values[field]), [...namesOf(values), authority?.vi])
      if (objection) context.addIssue({ code: 'custom', path: [field], message: refusalText(objection) })
    })
}
