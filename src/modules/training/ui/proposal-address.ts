import { z } from 'zod'
import { whyNots } from '#modules/training/proposal.ts'

/** Which list is open beside the proposal. */
export const proposalAddress = z.object({
  show: z.enum(['in', 'out']).optional(),
  line: z.string().optional(),
  kind: z.string().optional(),
  unit: z.string().optional(),
  why: z.enum(whyNots).optional(),
})
export type ProposalAddress = z.output<typeof proposalAddress>

export function proposalList(planPath: string, asked: ProposalAddress): string {
  const search = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return `${planPath}?${search.toString()}`
}
