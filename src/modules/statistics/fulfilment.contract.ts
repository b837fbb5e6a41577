import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'

const tally = { seats: z.number(), sent: z.number(), completed: z.number(), planned: z.number(), spent: z.number() }

/** Money is the office's own matter: whoever may read plans may read what became of them. */
export const readFulfilment = operation({
  id: 'statistics.fulfilment.read',
  method: 'GET',
  path: '/api/figures/plans',
  permission: 'training.plan',
  input: z.object({ year: z.coerce.number().int().min(1990).max(2100), unitId: idText.optional() }),
  reply: z.object({
    total: z.object(tally),
    lines: z.array(
      z.object({
        planId: z.uuid(),
        planTitle: z.string(),
        unit: z.object({ id: z.uuid(), vi: z.string(), en: z.string() }),
        lineId: z.uuid(),
        kind: z.string(),
        title: z.string(),
        ...tally,
      }),
    ),
    /** What each kind of course came to; `each` is what was spent for one who was sent, null where nobody was. */
    kinds: z.array(z.object({ kind: z.string(), ...tally, each: z.number().nullable() })),
  }),
  scope: { unit: 'unitId' },
  summary: {
    vi: 'Thực hiện kế hoạch đào tạo, bồi dưỡng và chi phí theo loại',
    en: 'What became of the training plans, and the cost of each kind',
  },
})
