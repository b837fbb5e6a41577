import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'
import { conditionCodes } from './candidate.ts'
import { proposalStates, whyNots } from './proposal.ts'

const read = 'training.plan'
const write = 'training.plan.write'
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const planId = idText
/** What the caller has read: an older one than the proposal's own is refused. */
const revision = z.number().int().min(1)
/** A person and a kind of course: who may need two courses stands twice. */
const key = z.string().regex(/^[\da-f-]{36}~\w{1,20}$/)
const objection = z.object({ code: z.string() }).loose()

export const optionsShape = {
  /** Whole đồng; null: money is no limit. */
  budget: z.number().int().min(0).max(1e15).nullable(),
  awayPercent: z.number().int().min(1).max(100).nullable(),
}

export const askProposal = operation({
  id: 'training.proposals.ask',
  method: 'POST',
  path: '/api/plans/:planId/proposal',
  permission: write,
  input: z.object({ planId, ...optionsShape }),
  reply: z.object({ proposalId: z.uuid() }),
  summary: { vi: 'Yêu cầu lập đề xuất cử đi học', en: 'Ask for a proposal of who goes where' },
})

export const cancelProposal = operation({
  id: 'training.proposals.cancel',
  method: 'POST',
  path: '/api/plans/:planId/proposal/cancellation',
  permission: write,
  input: z.object({ planId }),
  reply: z.object({}),
  summary: { vi: 'Dừng việc lập đề xuất', en: 'Stop working out a proposal' },
})

const nextShape = z.object({ personId: z.uuid(), name: z.string().nullable(), worth: z.number() })
export const proposedLineShape = z.object({
  lineId: z.uuid(),
  title: z.string(),
  kind: z.string(),
  startsOn: dayText.nullable(),
  endsOn: dayText.nullable(),
  seats: z.number(),
  taken: z.number(),
  /** Needs of this kind of course in all. */
  needs: z.number(),
  spent: z.number(),
  hasClass: z.boolean(),
  /** What one more seat would be worth at most, and who would come. */
  gain: z.number(),
  next: nextShape.nullable(),
})
export type ProposedLine = z.output<typeof proposedLineShape>

export const proposedUnitShape = z.object({
  unit: named,
  headcount: z.number(),
  needs: z.number(),
  met: z.number(),
  /** The most away on one day by the proposal, and how many may be. */
  away: z.number(),
  limit: z.number().nullable(),
})

export const proposalShape = z.object({
  proposalId: z.uuid(),
  state: z.enum(proposalStates),
  askedAt: z.string(),
  askedBy: z.string(),
  endedAt: z.string().nullable(),
  revision: z.number(),
  ...optionsShape,
  progress: z.object({ step: z.string(), done: z.number(), total: z.number() }).nullable(),
  failure: z.string().nullable(),
  /** The plan was changed since. */
  isOutdated: z.boolean(),
})

export const proposalResultShape = z.object({
  /** As it stands, hand and all; the bound and the gap are of what the solver was asked. */
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  solved: z.number(),
  greedy: z.number(),
  seconds: z.number(),
  needs: z.number(),
  met: z.number(),
  people: z.number(),
  spent: z.number(),
  byHand: z.number(),
  lines: z.array(proposedLineShape),
  units: z.array(proposedUnitShape),
  whyNot: z.array(z.object({ why: z.enum(whyNots), count: z.number() })),
  /** What one million đồng more would be worth at most; null: money is no limit. */
  million: z.number().nullable(),
  gainsAre: z.enum(['solved', 'prices']),
})
export type ProposalResult = z.output<typeof proposalResultShape>

export const readProposal = operation({
  id: 'training.proposals.read',
  method: 'GET',
  path: '/api/plans/:planId/proposal',
  permission: read,
  input: z.object({ planId }),
  reply: z.object({
    plan: z.object({ planId: z.uuid(), title: z.string(), year: z.number(), unit: named, ...optionsShape }),
    proposal: proposalShape.nullable(),
    result: proposalResultShape.nullable(),
    may: z.object({ write: z.boolean() }),
  }),
  summary: { vi: 'Đề xuất cử đi học của một kế hoạch', en: 'The proposal for a plan' },
})
export type ProposalRead = z.output<typeof readProposal.reply>

export const proposedPersonShape = z.object({
  key: z.string(),
  personId: z.uuid(),
  name: z.string(),
  unit: named,
  title: z.string().nullable(),
  kind: z.string(),
  /** The weight of the post and the urgency, whose product it is worth. */
  weight: z.number(),
  urgency: z.number(),
  worth: z.number(),
  lineId: z.uuid().nullable(),
  byHand: z.boolean(),
  /** Where the need stands among those of its kind. */
  place: z.number(),
  of: z.number(),
  why: z.enum(whyNots).nullable(),
  /** The line that came nearest. */
  nearest: z.uuid().nullable(),
  before: z.object({ name: z.string().nullable(), worth: z.number() }).nullable(),
  /** The conditions that are not met, where that is why. */
  conditions: z.array(
    z.object({ code: z.enum(conditionCodes), document: z.string().nullable(), article: z.string().nullable(), verified: z.boolean() }),
  ),
})
export type ProposedPerson = z.output<typeof proposedPersonShape>

export const proposedPeople = operation({
  id: 'training.proposals.people',
  method: 'GET',
  path: '/api/plans/:planId/proposal/people',
  permission: read,
  input: z.object({
    planId,
    which: z.enum(['in', 'out']),
    lineId: idText.optional(),
    kind: z.string().max(20).optional(),
    unitId: idText.optional(),
    why: z.enum(whyNots).optional(),
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({ total: z.number(), people: z.array(proposedPersonShape), next: z.string().nullable() }),
  summary: { vi: 'Ai được đề xuất, ai không, và vì sao', en: 'Who is proposed, who is not, and why' },
})

export const effectShape = z.object({
  /** By how much what the proposal is worth changes, and the money. */
  worth: z.number(),
  spent: z.number(),
  spentThen: z.number(),
  budget: z.number().nullable(),
  /** Of the person's unit, on the fullest day of the line. */
  awayThen: z.number().nullable(),
  awayLimit: z.number().nullable(),
})
export type Effect = z.output<typeof effectShape>

export const proposalChoices = operation({
  id: 'training.proposals.choices',
  method: 'GET',
  path: '/api/plans/:planId/proposal/choices',
  permission: read,
  input: z.object({ planId, key }),
  reply: z.object({
    person: z.object({ name: z.string(), lineId: z.uuid().nullable() }),
    /** Every line of the kind, and none at all (null). */
    choices: z.array(
      z.object({
        lineId: z.uuid().nullable(),
        title: z.string().nullable(),
        free: z.number().nullable(),
        objections: z.array(objection),
        effect: effectShape,
      }),
    ),
    revision: z.number(),
  }),
  summary: { vi: 'Có thể chuyển một người sang đâu, và được mất gì', en: 'Where a person could be moved, and what that changes' },
})

export const moveProposed = operation({
  id: 'training.proposals.move',
  method: 'POST',
  path: '/api/plans/:planId/proposal/moves',
  permission: write,
  input: z.object({ planId, revision, key, lineId: idText.nullable(), override: overrideShape }),
  reply: z.object({ revision: z.number(), effect: effectShape }),
  summary: { vi: 'Chuyển một người trong đề xuất', en: 'Move a person in the proposal' },
})

export const adoptProposal = operation({
  id: 'training.proposals.adopt',
  method: 'POST',
  path: '/api/plans/:planId/proposal/adoption',
  permission: write,
  input: z.object({ planId, revision }),
  reply: z.object({
    nominated: z.number(),
    /** Lines of which no open class is there yet, with how many wait for one. */
    waiting: z.array(z.object({ lineId: z.uuid(), title: z.string(), people: z.number() })),
    /** Nominated or entered already. */
    already: z.number(),
    revision: z.number(),
  }),
  summary: { vi: 'Đưa đề xuất vào danh sách cử học của các lớp', en: 'Nominate for the classes as proposed' },
})
