import { z } from 'zod'
import { idText } from '#lib/operation.ts'

export const shownLists = ['seats', 'sent', 'completed', 'spent'] as const
export type Shown = (typeof shownLists)[number]

/** Which list stands beside the plan, and of which of its lines; absent: of all. */
export const planAddress = z.object({ show: z.enum(shownLists).optional(), line: idText.optional() })
