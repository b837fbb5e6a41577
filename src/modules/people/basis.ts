import { z } from 'zod'
import { idText } from '#lib/operation.ts'
import { overrideShape, type Objection, type Overrides } from '#lib/override.ts'

/** Where a fact comes from: a paper of the register, or in words; and the warnings someone answers for. */
export const basisFields = {
  decisionId: idText.nullable().default(null),
  basis: z.string().trim().max(500).optional(),
  override: overrideShape,
}
/** A correction says its reason instead; a paper may have come to light. */
export const correctionFields = {
  decisionId: basisFields.decisionId,
  reason: z.string().trim().min(3).max(500),
  override: overrideShape,
}

export type Basis = { decisionId: string | null; basis?: string | undefined; override: Overrides }

/** The paper as far as a rule must know it; undefined when there is none of that id. */
export type Paper = { code: string; issuedOn: string; withdrawnOn: string | null }

/** A fact says its origin, and no fact stands on a withdrawn paper. */
export function basisObjections({ decisionId, basis }: Basis, paper: Paper | undefined): Objection[] {
  if (decisionId === null) return basis ? [] : [{ code: 'basis-missing' }]
  if (!paper) return [{ code: 'decision-unknown' }]
  return paper.withdrawnOn === null ? [] : [{ code: 'decision-withdrawn', decision: paper.code, on: paper.withdrawnOn }]
}

/** What the audit log says of why: the words given and each warning overridden. */
export function reasonOf({ basis, override }: Basis): string | undefined {
  const parts = [...(basis ? [basis] : []), ...override.map(({ code, reason }) => `${code}: ${reason}`)]
  return parts.length > 0 ? parts.join(' · ') : undefined
}
